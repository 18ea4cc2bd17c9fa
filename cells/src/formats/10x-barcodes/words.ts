// What is said of the format 10x-barcodes. What is said of what it belongs with: parts/cell-names/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-10x-barcodes", {
  en: {
    title: "10x Genomics (barcodes alone)",
    "why-barcodes": "A barcode of a cell in each line and nothing else (“{first}”).",
  },
  ru: {
    title: "10x Genomics (только штрихкоды)",
    "why-barcodes": "В каждой строке штрихкод клетки и больше ничего («{first}»).",
  },
});

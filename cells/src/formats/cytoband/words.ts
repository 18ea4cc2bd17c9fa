// What is said of the format cytoband.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-cytoband", {
  en: {
    title: "cytoBand (chromosome bands)",
    why: "Its lines hold a place, a band and its stain, as UCSC’s bands do.",
    "why-track": "A track line says so.",
  },
  ru: {
    title: "cytoBand (полосы хромосом)",
    why: "В строках участок, полоса и её окраска, как у полос UCSC.",
    "why-track": "Так сказано в строке track.",
  },
});

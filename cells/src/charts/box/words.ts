// Boxes in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-box", {
  en: {
    title: "Boxes",
    shape: "box",
    "field-by": "by",
    "field-points": "Points",
  },
  ru: {
    title: "Ящики",
    shape: "ящики",
    "field-by": "по",
    "field-points": "Точки",
  },
});

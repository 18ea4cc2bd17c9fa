// Points in words: in menus, on the line of a cell, in their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("chart-point", {
  en: {
    title: "Points",
    shape: "points",
  },
  ru: {
    title: "Точки",
    shape: "точки",
  },
});

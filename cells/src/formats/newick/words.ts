// What is said of the format newick.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-newick", {
  en: { title: "Newick (trees)", "why-brackets": "Names in brackets up to a semicolon, as trees are written." },
  ru: { title: "Newick (деревья)", "why-brackets": "Имена в скобках до точки с запятой: так записывают деревья." },
});

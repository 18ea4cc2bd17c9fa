// What is said of the format bigbed.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-bigbed", {
  en: { title: "bigBed", why: "It begins as bigBed does: intervals with their index." },
  ru: { title: "bigBed", why: "Начинается как bigBed: интервалы со своим индексом." },
});

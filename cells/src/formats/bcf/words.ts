// What is said of the format bcf.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-bcf", {
  en: { title: "BCF (variants, binary)", why: "It begins as a BCF of version {version}." },
  ru: { title: "BCF (варианты, двоичный)", why: "Начинается как BCF версии {version}." },
});

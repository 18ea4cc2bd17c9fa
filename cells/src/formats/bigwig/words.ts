// What is said of the format bigwig.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-bigwig", {
  en: { title: "bigWig", why: "It begins as bigWig does: a track of values with its index." },
  ru: { title: "bigWig", why: "Начинается как bigWig: дорожка значений со своим индексом." },
});

// What is said of the format kallisto-h5.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-kallisto-h5", {
  en: {
    title: "kallisto (abundance.h5)",
    bootstraps: "{count} {count|bootstrap is|bootstraps are} not taken over: they are repeats of the estimation and no samples.",
  },
  ru: {
    title: "kallisto (abundance.h5)",
    bootstraps: "Не взято бутстрепов: {count}; это повторы оценки, а не образцы.",
  },
});

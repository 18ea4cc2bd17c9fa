// What is said of the format bedmethyl.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-bedmethyl", {
  en: {
    title: "bedMethyl (modified bases)",
    why: "Its lines are those of bedMethyl: nine columns of BED, coverage and a percentage.",
    "why-track": "A track line says that it is bedMethyl.",
  },
  ru: {
    title: "bedMethyl (модифицированные основания)",
    why: "Строки как в bedMethyl: девять столбцов BED, покрытие и процент.",
    "why-track": "Строка track говорит, что это bedMethyl.",
  },
});

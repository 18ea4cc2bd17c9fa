// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-mcnemar", {
  en: {
    title: "McNemar's test",
    does: "Two answers of each individual: whether as many changed one way as the other",
    exact: "Count exactly",
    "exact-few": "below 25 pairs that differ",
    "exact-always": "always",
    "exact-never": "never",
  },
  ru: {
    title: "Критерий Макнемара",
    does: "Два ответа каждой особи: поровну ли сменивших ответ в обе стороны",
    exact: "Считать точно",
    "exact-few": "если различаются меньше 25 пар",
    "exact-always": "всегда",
    "exact-never": "никогда",
  },
});

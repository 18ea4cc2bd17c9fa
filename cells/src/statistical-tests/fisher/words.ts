// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-fisher", {
  en: {
    title: "Fisher's exact test",
    does: "Whether two columns of categories go together, exactly: for small counts",
  },
  ru: {
    title: "Точный критерий Фишера",
    does: "Связаны ли два столбца категорий, точно: для малых частот",
  },
});

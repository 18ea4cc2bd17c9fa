// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-paired-t", {
  en: {
    title: "Paired t test",
    does: "Two numbers of each individual, or two columns of each row: the mean of their differences",
  },
  ru: {
    title: "Парный t-критерий",
    does: "Два числа у каждой особи или два столбца: среднее их разностей",
  },
});

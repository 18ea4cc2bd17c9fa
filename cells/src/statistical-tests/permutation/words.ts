// What is said of the test.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-permutation", {
  en: {
    title: "Permutation test",
    does: "Means of groups, by dealing their values out anew: no distribution is assumed",
    rounds: "Permutations",
    seed: "Seed",
  },
  ru: {
    title: "Перестановочный критерий",
    does: "Средние групп, с перестановкой значений: без предположений о распределении",
    rounds: "Перестановок",
    seed: "Зерно",
  },
});

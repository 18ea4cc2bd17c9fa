// Why rows are not grouped, said by several methods.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("clustering", {
  en: {
    "too-many":
      "{k} {k|cluster|clusters} {k|was|were} asked for, and only {n} {n|row|rows} differ. Ask for {n} at most, or let the number be proposed.",
    "no-edges": "No row has a neighbour to be joined with. Give more rows, or more neighbours.",
  },
  ru: {
    "too-many":
      "Нужно {k} {k|кластер|кластера|кластеров}, а различных строк лишь {n}. Задайте не больше {n} или оставьте число предложению.",
    "no-edges": "Ни у одной строки нет соседа. Нужно больше строк или больше соседей.",
  },
});

// What is said of the step sample.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-sample", {
  en: {
    title: "Draw rows at random",
    does: "Draws rows at random, without replacement; they keep their order",
    "says-rows": "draws {rows} {rows|row|rows} at random (seed {seed})",
    "says-fraction": "draws {percent} % of rows at random (seed {seed})",
    draw: "draw",
    "number-of-rows": "a number",
    "share-of-rows": "a share",
    share: "share",
    seed: "seed",
    "share-large":
      "Step {step}: the share of rows is {value}, and cannot be more than 1, which is all of them. Write 0.2 for 20 %.",
  },
  ru: {
    title: "Случайные строки",
    does: "Выбирает строки случайно, без возвращения; порядок сохраняется",
    "says-rows": "случайно выбирает {rows} {rows|строку|строки|строк} (зерно {seed})",
    "says-fraction": "случайно выбирает {percent} % строк (зерно {seed})",
    draw: "выбрать",
    "number-of-rows": "число",
    "share-of-rows": "долю",
    share: "доля",
    seed: "зерно",
    "share-large": "Шаг {step}: доля строк {value}, а больше 1 (это все строки) она быть не может. Для 20 % напишите 0.2.",
  },
});

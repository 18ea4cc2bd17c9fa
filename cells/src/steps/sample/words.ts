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
  },
});

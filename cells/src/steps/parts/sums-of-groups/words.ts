// What is said of sums of groups, by all steps that make them.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("sums-of-groups", {
  en: {
    rounded:
      "Step {step}: {n} {n|sum is|sums are} larger than 16,777,216, up to which a matrix keeps every whole number, and {n|was|were} rounded to seven digits.",
    infinite:
      "Step {step}: {n} {n|value|values} of the answer {n|is|are} infinite: infinite or very large values went into {n|it|them}.",
  },
  ru: {
    rounded:
      "Шаг {step}: {n} {n|сумма больше|суммы больше|сумм больше} 16 777 216, до которых матрица хранит каждое целое число, и {n|округлена|округлены|округлены} до семи знаков.",
    infinite:
      "Шаг {step}: {n} {n|значение ответа бесконечно|значения ответа бесконечны|значений ответа бесконечны}: в них вошли бесконечные или очень большие значения.",
  },
});

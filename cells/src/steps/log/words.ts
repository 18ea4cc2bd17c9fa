// What is said of the step log.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-log", {
  en: {
    title: "Logarithm",
    does: "Logarithm of value + prior",
    says: "log{base}(value + {prior})",
    "says-floor": "log{base}(the value, at least {floor}, + {prior})",
    floor: "at least",
    base: "base",
    negative:
      "Step {step}: {feature} in {sample} is {value}; with {prior} added there is no logarithm. Raise the number added, or say what the least value is.",
  },
  ru: {
    title: "Логарифм",
    does: "Логарифм от значения с добавкой",
    says: "log{base}(значение + {prior})",
    "says-floor": "log{base}(значение, не меньше {floor}, + {prior})",
    floor: "не меньше",
    base: "основание",
    negative:
      "Шаг {step}: {feature} в {sample} равно {value}; даже с добавкой {prior} логарифма нет. Увеличьте добавку или укажите наименьшее значение.",
  },
  formerly: { "transform.log-negative": "negative" },
});

// What is said of the step fill-missing.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-fill-missing", {
  en: {
    title: "Fill missing values",
    does: "Puts a value where one is missing",
    "says-value": "fills missing {columns} with {value}",
    "says-mean": "fills missing {columns} with the mean",
    "says-median": "fills missing {columns} with the median",
    "says-mode": "fills missing {columns} with the most frequent value",
    "by-mean": "the mean",
    "by-median": "the median",
    "by-mode": "the commonest value",
    "by-value": "a value",
    type: "Step {step}: {column} holds {type}, and cannot be filled with {value}. Choose another way to fill.",
  },
  ru: {
    title: "Заполнить пропуски",
    does: "Ставит значение там, где его нет",
    "says-value": "заполняет пропуски в {columns} значением {value}",
    "says-mean": "заполняет пропуски в {columns} средним",
    "says-median": "заполняет пропуски в {columns} медианой",
    "says-mode": "заполняет пропуски в {columns} самым частым значением",
    "by-mean": "среднее",
    "by-median": "медиана",
    "by-mode": "самое частое",
    "by-value": "значение",
    type: "Шаг {step}: в {column} {type}, заполнить значением {value} нельзя. Выберите другой способ.",
  },
  formerly: { "transform.fill-type": "type" },
});

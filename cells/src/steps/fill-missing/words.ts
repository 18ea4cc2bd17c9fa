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
    "mean-not-finite":
      "Step {step}: {column} has no mean that could stand for a missing value: infinite or very large values are in it. Filter these out first, or fill with the median.",
    "median-not-finite":
      "Step {step}: {column} has no median that could stand for a missing value: infinite values are in it. Filter these out first, or choose another way to fill.",
    nothing:
      "Step {step}: {column} has no value at all, so nothing can be taken of it: it stays missing. Fill it with a value of your own.",
    ties: "Step {step}: in {column} {n} values are the commonest, equally often; the one that comes first in the data is put in.",
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
    "mean-not-finite":
      "Шаг {step}: у {column} нет среднего, которым можно заполнить пропуск: в нём есть бесконечные или очень большие значения. Сначала отберите строки без них или возьмите медиану.",
    "median-not-finite":
      "Шаг {step}: у {column} нет медианы, которой можно заполнить пропуск: в нём есть бесконечные значения. Сначала отберите строки без них или выберите другой способ.",
    nothing: "Шаг {step}: в {column} нет ни одного значения, взять не из чего: пропуски остались. Заполните его своим значением.",
    ties: "Шаг {step}: в {column} самых частых значений {n}, все встречаются одинаково часто; взято то, что стоит в данных первым.",
  },
  formerly: { "transform.fill-type": "type" },
});

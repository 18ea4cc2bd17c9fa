// What is said of the rule duplicate-columns.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-duplicate-columns", {
  en: {
    title: "Duplicate columns",
    does: "Columns that say the same: equal, one the coding of the other, or the same number in another unit. Beside each other in a model neither can be told",
    linear: "numbers: correlation from",
    "too-few": "There are not two columns that vary over five rows and more.",
    equal: "{other} equals {column} in every row",
    coding: "{other} is {column} in other words: each value of one goes with one of the other ({labels})",
    unit: "{other} is {column} in another unit: correlation {value}, at least {threshold}",
    "too-many":
      "{n} columns of numbers are too many to compare each with each ({most} are the most): which are one in two units is not told",
  },
  ru: {
    title: "Повторы столбцов",
    does: "Столбцы, которые говорят одно и то же: равные, один — код другого, или то же число в других единицах. В модели рядом друг с другом их не различить",
    linear: "числа: корреляция от",
    "too-few": "Нет двух столбцов, которые меняются, или строк меньше пяти.",
    equal: "{other} равен {column} в каждой строке",
    coding: "{other} — это {column} другими словами: каждому значению одного отвечает одно значение другого ({labels})",
    unit: "{other} — это {column} в других единицах: корреляция {value}, не меньше {threshold}",
    "too-many":
      "Числовых столбцов {n}: слишком много, чтобы сравнить каждый с каждым (не больше {most}); какие из них — одно в разных единицах, не сказано",
  },
});

// What is said of the format wiggle.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-wiggle", {
  en: {
    title: "wiggle (values of places)",
    why: "It declares values of places with a step, as wiggle does.",
    "no-declaration":
      "Line {line} of {name} holds a value above any fixedStep or variableStep line, so that its place is not known. Take it out, or add the line.",
    "other-values":
      "Line {line} of {name} does not hold what a {kind} line declares: fixedStep has a value a line, variableStep a position and a value. Correct that line.",
    "no-position":
      "Line {line} of {name} holds “{value}” where a position is, which is a whole number from 1. Correct that line.",
    declaration: "Line {line} of {name} declares values without a right {key} (“{value}”). Correct that line.",
  },
  ru: {
    title: "wiggle (значения участков)",
    why: "Объявляет значения участков с шагом, как wiggle.",
    "no-declaration":
      "В строке {line} файла {name} значение стоит выше всех строк fixedStep и variableStep, и его место неизвестно. Уберите его или добавьте такую строку.",
    "other-values":
      "В строке {line} файла {name} не то, что объявляет строка {kind}: у fixedStep в строке одно значение, у variableStep — позиция и значение. Исправьте эту строку.",
    "no-position": "В строке {line} файла {name} на месте позиции стоит «{value}», а это целое число от 1. Исправьте эту строку.",
    declaration: "Строка {line} файла {name} объявляет значения без верного {key} («{value}»). Исправьте эту строку.",
  },
});

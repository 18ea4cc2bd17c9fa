// What people call it, and what is told of a file that breaks rules.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-file-check", {
  en: {
    title: "The file held to its standard",
    broken: "The file breaks rules of its standard {errors} {errors|time|times} ({format}), first {rule} ({section}).",
    "broken-line":
      "The file breaks rules of its standard {errors} {errors|time|times} ({format}), first {rule} in line {line} ({section}).",
  },
  ru: {
    title: "Проверка файла по стандарту",
    broken: "Файл нарушает правила своего стандарта {errors} {errors|раз|раза|раз} ({format}), сначала {rule} ({section}).",
    "broken-line":
      "Файл нарушает правила своего стандарта {errors} {errors|раз|раза|раз} ({format}), сначала {rule} в строке {line} ({section}).",
  },
});

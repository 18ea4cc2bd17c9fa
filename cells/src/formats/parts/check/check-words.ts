// What is said where a text cannot be checked line by line.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("check-lines", {
  en: {
    "line-too-long":
      "Line {line} is longer than 64 MB: no program reads such a line. Check the export, or whether this is a text at all.",
  },
  ru: {
    "line-too-long":
      "Строка {line} длиннее 64 МБ: таких строк не читает ни одна программа. Проверьте выгрузку и то, текст ли это вообще.",
  },
});

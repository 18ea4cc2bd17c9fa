// What is said of motifs, whatever format they stand in.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("motifs", {
  en: {
    "row-width":
      "Line {line} of {name} has {found} {found|number|numbers}, and the first row of its motif {expected}: rows have a number for each position. Was the file cut?",
    "no-number": "Line {line} of {name} holds “{found}” in a motif, which is no number from 0 up. Correct it.",
    "letter-rows":
      "The motif of {name} that begins at line {line} has {found} {found|row|rows}, and four belong to it: A, C, G and T. Was the file cut?",
    "row-letter": "Line {line} of {name} should be the row of {expected}, and holds “{found}”.",
  },
  ru: {
    "row-width":
      "В строке {line} файла {name} чисел {found}, а в первой строке мотива {expected}: в строке должно быть по числу на позицию. Не обрезан ли файл?",
    "no-number": "В строке {line} файла {name} в мотиве стоит «{found}» — это не число от 0. Исправьте его.",
    "letter-rows":
      "В мотиве файла {name}, который начинается в строке {line}, строк {found}, а должно быть четыре: A, C, G и T. Не обрезан ли файл?",
    "row-letter": "В строке {line} файла {name} должна быть строка {expected}, а стоит «{found}».",
  },
});

// What is said of the format clustal.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-clustal", {
  en: {
    title: "Clustal (alignment)",
    "why-header": "The first line names the program that aligned it: “{first}”.",
    row: "Line {line} of {name} is no row of an alignment (a name, then letters): “{found}”. Save the alignment again, or correct that line.",
    "row-twice":
      "Line {line} of {name} holds {row} for the second time in one block: two sequences have one name. Rename one of them.",
    "other-row":
      "Line {line} of {name} holds {row} where the first block has {expected}: blocks hold the same rows in the same order. Save the alignment again.",
    block:
      "The block of {name} that ends at line {line} lacks the row {row} of the first block. Was the file cut? Save it again.",
    "no-rows": "{name} holds no rows below line {line}. Was the file cut? Save the alignment again.",
  },
  ru: {
    title: "Clustal (выравнивание)",
    "why-header": "Первая строка называет программу, которая выравнивала: «{first}».",
    row: "Строка {line} файла {name} — не ряд выравнивания (имя, затем буквы): «{found}». Сохраните выравнивание заново или исправьте строку.",
    "row-twice":
      "В строке {line} файла {name} ряд {row} стоит второй раз в одном блоке: у двух последовательностей одно имя. Переименуйте одну.",
    "other-row":
      "В строке {line} файла {name} стоит {row}, а в первом блоке на этом месте {expected}: в блоках одни и те же ряды в одном порядке. Сохраните выравнивание заново.",
    block:
      "В блоке файла {name}, который кончается в строке {line}, нет ряда {row} из первого блока. Не обрезан ли файл? Сохраните его заново.",
    "no-rows": "В {name} ниже строки {line} нет рядов. Не обрезан ли файл? Сохраните выравнивание заново.",
  },
});

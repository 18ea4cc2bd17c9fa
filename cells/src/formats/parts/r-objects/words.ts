// What is said of objects of R.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("r-objects", {
  en: {
    broken:
      "{name} is damaged or was cut short: it does not hold what R writes ({detail}). Copy it again, or save it again in R.",
    "no-table":
      "{name} holds no table of R, but {kinds}. Nothing in it is run. In R, make a data frame or a matrix of it and save that: saveRDS(as.data.frame(x), …), or write.csv.",
    "objects-left": "Beside its tables {name} holds what is no table and is not read: {kinds}.",
    "columns-left": "{columns} of {table} {count|is|are} of a kind that is no column, and left out.",
  },
  ru: {
    broken: "{name} повреждён или обрезан: в нём не то, что пишет R ({detail}). Скопируйте его заново или сохраните заново в R.",
    "no-table":
      "В {name} нет таблиц R, а есть {kinds}. Ничего из этого не выполняется. Сделайте в R из этого data frame или матрицу и сохраните: saveRDS(as.data.frame(x), …) или write.csv.",
    "objects-left": "Кроме таблиц, в {name} есть то, что таблицей не является и не прочитано: {kinds}.",
    "columns-left":
      "{columns} в {table} {count|не столбец по своему виду и пропущен|не столбцы по своему виду и пропущены|не столбцы по своему виду и пропущены}.",
  },
});

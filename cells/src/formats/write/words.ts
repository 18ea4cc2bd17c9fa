// What is said where a table cannot be taken away as a format of places.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("export-places", {
  en: {
    "no-places":
      "The table has no places, so it cannot be taken away as {format}: a place is a column of chromosomes and one of starts or positions. Take it as CSV.",
    "without-place":
      "{count} {count|row has|rows have} no place (the first is row {row}), and {format} has one in each line. Keep the rows that have one, or take the table as CSV.",
    "no-bases": "Row {row} is a place without length, which GFF3 cannot write. Take the table as BED, or leave such rows out.",
    tab: "{column} holds texts with tabs or line ends, which a line of BED cannot hold. Take the table as GFF3 or CSV.",
  },
  ru: {
    "no-places":
      "В таблице нет участков, и как {format} её не взять: участок — это столбец хромосом и столбец начал или позиций. Возьмите её как CSV.",
    "without-place":
      "У {count} {count|строки|строк|строк} нет участка (первая — строка {row}), а в {format} он есть в каждой строке. Оставьте строки с участком или возьмите таблицу как CSV.",
    "no-bases":
      "Строка {row} — участок без длины, который GFF3 записать не может. Возьмите таблицу как BED или уберите такие строки.",
    tab: "В {column} есть тексты с табуляцией или переводом строки, которых в строке BED быть не может. Возьмите таблицу как GFF3 или CSV.",
  },
});

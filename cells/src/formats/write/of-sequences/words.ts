// What is said where a table cannot be taken away as a format of sequences.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("export-sequences", {
  en: {
    none: "The table has no column of sequences with what {format} wants (FASTQ: qualities, too), so it cannot be taken away so. Take it as CSV.",
    missing:
      "Row {row} has no sequence, and {format} has one in each record. Keep the rows that have one, or take the table as CSV.",
    lengths:
      "Row {row} has {bases} {bases|base|bases} and {letters} {letters|quality|qualities}; in FASTQ each base has one. Take the table as FASTA or CSV.",
  },
  ru: {
    none: "В таблице нет столбца последовательностей с тем, что нужно для {format} (для FASTQ — и качества), поэтому так её не взять. Возьмите её как CSV.",
    missing:
      "В строке {row} нет последовательности, а в {format} она есть в каждой записи. Оставьте строки с последовательностью или возьмите таблицу как CSV.",
    lengths:
      "В строке {row} {bases} {bases|основание|основания|оснований} и {letters} {letters|качество|качества|качеств}; в FASTQ их поровну. Возьмите таблицу как FASTA или CSV.",
  },
});

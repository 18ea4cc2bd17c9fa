// What is said of the format bed.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-bed", {
  en: {
    title: "BED (intervals)",
    why: "Its lines hold a chromosome, a start and an end, as BED has them.",
    "why-track": "A track line of a genome browser says that it is BED.",
    "expects-fields": "3 to 12 fields, in each line as many",
    "expects-separator": "one tab between fields",
    "expects-chrom": "a name of 1 to 255 letters, digits and underscores",
    "expects-start": "a whole number from 0 up",
    "expects-sorted": "places by chromosome and start: this one comes behind line {other}, which index and sweep cannot have",
    "expects-end": "a whole number not below the start ({start})",
    "expects-name": "1 to 255 printable letters of ASCII",
    "expects-score": "a whole number from 0 to 1000",
    "expects-strand": "+, - or a point",
    "expects-thick": "whole numbers between start and end, the first not behind the second",
    "expects-rgb": "0, or three numbers from 0 to 255 with commas between them",
    "expects-blocks": "as many sizes and starts as blocks",
    "expects-block-places": "blocks in order that do not overlap, the first at the start and the last up to the end",
  },
  ru: {
    title: "BED (интервалы)",
    why: "В строках хромосома, начало и конец, как в BED.",
    "why-track": "Строка track геномного браузера говорит, что это BED.",
    "expects-fields": "от 3 до 12 полей, в каждой строке поровну",
    "expects-separator": "между полями одна табуляция",
    "expects-chrom": "имя из 1–255 букв, цифр и подчёркиваний",
    "expects-start": "целое число от 0",
    "expects-sorted": "места по хромосомам и началам: это стоит после строки {other}, а индекс и проход так не умеют",
    "expects-end": "целое число не меньше начала ({start})",
    "expects-name": "от 1 до 255 печатных знаков ASCII",
    "expects-score": "целое число от 0 до 1000",
    "expects-strand": "+, - или точка",
    "expects-thick": "целые числа между началом и концом, первое не больше второго",
    "expects-rgb": "0 или три числа от 0 до 255 через запятую",
    "expects-blocks": "столько же длин и начал, сколько блоков",
    "expects-block-places": "блоки по порядку и без наложений, первый с начала, последний до конца",
  },
});

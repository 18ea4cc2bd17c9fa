// What is said of the format sam.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-sam", {
  en: {
    title: "SAM",
    "why-header": "It begins with lines of a SAM header (@HD, @SQ …).",
    "why-records": "Its lines are alignments: eleven fields, with a flag, a place and a CIGAR.",
    "no-records": "{name} is a header of {contigs} sequences without an alignment. Load the file that holds the reads.",
    fields: "Line {line} of {name} has {found} fields where an alignment has 11 at least. The file may be cut there.",
    number: "Line {line} of {name} holds “{found}” as {field}, where a whole number stands.",
    "number-up-to": "Line {line} of {name} holds “{found}” as {field}, where a whole number from 0 to {most} stands.",
    "too-large":
      "{name} holds more than {mb} MB of text. Turn it into a BAM with an index, whose places are read without the rest: samtools sort -o x.bam {name}, samtools index x.bam.",
    "not-in-header": "{contig} in line {line} is no sequence of the header; {n} {n|row names|rows name} such.",
    "header-among":
      "Line {line} begins with @ behind the first alignment, and is read as none. Is the file two that were joined?",
  },
  ru: {
    title: "SAM",
    "why-header": "Начинается строками заголовка SAM (@HD, @SQ …).",
    "why-records": "Строки — выравнивания: одиннадцать полей с флагом, местом и CIGAR.",
    "no-records":
      "В {name} только заголовок (последовательностей: {contigs}) и ни одного выравнивания. Загрузите файл с прочтениями.",
    fields: "В строке {line} файла {name} полей: {found}, а у выравнивания их не меньше 11. Возможно, файл там обрезан.",
    number: "В строке {line} файла {name} в поле {field} стоит «{found}», а должно быть целое число.",
    "number-up-to": "В строке {line} файла {name} в поле {field} стоит «{found}», а должно быть целое число от 0 до {most}.",
    "too-large":
      "В {name} больше {mb} МБ текста. Сделайте из него BAM с индексом, места которого читаются без остального: samtools sort -o x.bam {name}, samtools index x.bam.",
    "not-in-header": "{contig} в строке {line} нет в заголовке; таких строк: {n}.",
    "header-among": "Строка {line} начинается с @ после первого выравнивания и не прочитана. Не склеены ли здесь два файла?",
  },
});

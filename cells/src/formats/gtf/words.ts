// What is said of the format gtf.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-gtf", {
  en: {
    title: "GTF (annotations of genes)",
    why: "Its lines have nine columns with a place, a strand, a gene and a transcript as GTF writes them.",
    "expects-columns": "nine columns, tabs between them",
    "expects-seqname": "a name of a sequence",
    "expects-start": "a whole number from 1 up",
    "expects-end": "a whole number not below the start ({start})",
    "expects-score": "a number or a point",
    "expects-strand": "+, - or a point",
    "expects-frame": "0, 1 or 2, which a CDS has always; a point elsewhere",
    "expects-attributes": "a key, a blank and a value, each closed with a semicolon",
    "expects-quotes": "texts in quotes",
    "expects-gene-id": "gene_id in every line",
    "expects-transcript-id": "transcript_id in every line but those of genes",
  },
  ru: {
    title: "GTF (аннотация генов)",
    why: "В строках девять столбцов: участок, цепь, ген и транскрипт, как в GTF.",
    "expects-columns": "девять столбцов через табуляцию",
    "expects-seqname": "имя последовательности",
    "expects-start": "целое число от 1",
    "expects-end": "целое число не меньше начала ({start})",
    "expects-score": "число или точка",
    "expects-strand": "+, - или точка",
    "expects-frame": "0, 1 или 2, у CDS всегда; иначе точка",
    "expects-attributes": "имя, пробел и значение, каждое с точкой с запятой",
    "expects-quotes": "тексты в кавычках",
    "expects-gene-id": "gene_id в каждой строке",
    "expects-transcript-id": "transcript_id в каждой строке, кроме строк генов",
  },
});

// What is said of the format maf.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-maf", {
  en: {
    title: "MAF (mutations)",
    why: "Its line of names is that of a mutation annotation file: Hugo_Symbol, a class or a place.",
    "several-builds":
      "NCBI_Build names several builds ({builds}): the places are of none that is common to all. Keep the rows of one build, and set it.",
    "expects-columns": "the columns {columns}",
    "expects-fields": "{columns} fields, as many as names",
    "expects-symbol": "a symbol of a gene, which is no date",
    "expects-chromosome": "a chromosome",
    "expects-start": "a whole number from 1 up",
    "expects-end": "a whole number not below the start ({start})",
    "expects-strand": "+",
    "expects-classification": "a class of the standard (Missense_Mutation, Silent, …)",
    "expects-type": "SNP, DNP, TNP, ONP, INS or DEL",
    "expects-allele": "bases, or - for none",
    "expects-same-alleles": "an allele of the tumour that is not that of the reference",
    "expects-length": "a start and an end as far apart as the allele of the reference is long",
    "expects-sample": "the barcode of a sample",
    "expects-builds": "one build in the whole file ({build})",
  },
  ru: {
    title: "MAF (мутации)",
    why: "Строка имён — как в файле мутаций MAF: Hugo_Symbol, класс или позиция.",
    "several-builds":
      "В NCBI_Build несколько сборок ({builds}): общей для всех участков нет. Оставьте строки одной сборки и задайте её.",
    "expects-columns": "столбцы {columns}",
    "expects-fields": "{columns} полей, столько же, сколько имён",
    "expects-symbol": "символ гена, а не дата",
    "expects-chromosome": "хромосома",
    "expects-start": "целое число от 1",
    "expects-end": "целое число не меньше начала ({start})",
    "expects-strand": "+",
    "expects-classification": "класс из стандарта (Missense_Mutation, Silent, …)",
    "expects-type": "SNP, DNP, TNP, ONP, INS или DEL",
    "expects-allele": "основания или - вместо них",
    "expects-same-alleles": "аллель опухоли, отличный от референса",
    "expects-length": "начало и конец на расстоянии, равном длине аллеля референса",
    "expects-sample": "штрихкод образца",
    "expects-builds": "одна сборка во всём файле ({build})",
  },
});

// What is said of the format vcf.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-vcf", {
  en: {
    title: "VCF (variants)",
    "why-first-line": "Its first line says that it is a VCF of version {version}.",
    "why-version": "One of its first lines says that it is a VCF of version {version}.",
    "why-names":
      "Its columns are named as those of a VCF (#CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO), though no line says the version.",
    "why-meta": "Its first lines describe fields as a VCF does (##INFO=<ID=…), though none says the version.",
  },
  ru: {
    title: "VCF (варианты)",
    "why-first-line": "Первая строка говорит, что это VCF версии {version}.",
    "why-version": "Одна из первых строк говорит, что это VCF версии {version}.",
    "why-names": "Столбцы названы как в VCF (#CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO), хотя версия не указана.",
    "why-meta": "Первые строки описывают поля, как в VCF (##INFO=<ID=…), хотя версия не указана.",
  },
});

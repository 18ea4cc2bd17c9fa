// What is said of the format maf.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-maf", {
  en: {
    title: "MAF (mutations)",
    why: "Its line of names is that of a mutation annotation file: Hugo_Symbol, a class or a place.",
    "several-builds":
      "NCBI_Build names several builds ({builds}): the places are of none that is common to all. Keep the rows of one build, and set it.",
  },
  ru: {
    title: "MAF (мутации)",
    why: "Строка имён — как в файле мутаций MAF: Hugo_Symbol, класс или позиция.",
    "several-builds":
      "В NCBI_Build несколько сборок ({builds}): общей для всех участков нет. Оставьте строки одной сборки и задайте её.",
  },
});

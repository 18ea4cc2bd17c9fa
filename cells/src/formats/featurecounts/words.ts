// What is said of the format featurecounts. What is said of its lines: parts/quantified/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-featurecounts", {
  en: {
    title: "featureCounts",
    "exons-named":
      "{count} genes stand in several lines, one an exon (-f): rows are called gene:chromosome:start-end (with _2, _3 where a place stands there again), and the gene is a column.",
    "extent-taken":
      "Genes of several exons have the place from their first start to their last end, and how many exons they have (exons).",
  },
  ru: {
    title: "featureCounts",
    "exons-named":
      "Генов в нескольких строках, по строке на экзон (-f): {count}. Строки названы ген:хромосома:начало-конец (с _2, _3, где место повторяется), ген — столбец.",
    "extent-taken":
      "У генов из нескольких экзонов место — от первого начала до последнего конца, число экзонов — в столбце exons.",
  },
});

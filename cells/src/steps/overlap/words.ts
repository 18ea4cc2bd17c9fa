// What is said of the step overlap.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-overlap", {
  en: {
    title: "Overlap places",
    does: "Keeps, counts or annotates places by those of another table that they overlap",
    "says-overlapping": "keeps places that overlap {with}",
    "says-not-overlapping": "keeps places that do not overlap {with}",
    "says-annotate": "adds the columns of the places of {with} that overlap",
    "says-pairs": "keeps places that overlap {with}, with its columns",
    "says-count": "counts the places of {with} that overlap, as {column}",
    how: "rows",
    "how-overlapping": "those that overlap",
    "how-not-overlapping": "those that do not",
    "how-annotate": "all, with what they overlap",
    "how-pairs": "those that overlap, with it",
    "how-count": "all, with how many",
    least: "at least, bp",
    strand: "strand",
    "strand-any": "does not matter",
    "strand-same": "the same",
    "strand-opposite": "the opposite",
    chromosomes: "chromosomes",
    "chromosomes-exact": "called the same",
    "chromosomes-alike": "chr1 is 1",
    column: "column",
    "no-places-here":
      "Step {step}: the rows have no places. A place is a column of chromosomes and one of starts or positions; load the file as BED, GFF, VCF or another format of places.",
    "no-places-there":
      "Step {step}: the rows of the other table have no places. A place is a column of chromosomes and one of starts or positions; load the file as BED, GFF, VCF or another format of places.",
    "no-strand-here": "Step {step}: the rows have no strand. Let the strand not matter, or take data with one.",
    "no-strand-there":
      "Step {step}: the rows of the other table have no strand. Let the strand not matter, or take data with one.",
    "without-place": "Step {step}: {rows} {rows|row has|rows have} no place and {rows|overlaps|overlap} nothing.",
    "from-one":
      "Step {step}: nothing says how the column {column} counts, and its starts are taken to count from 1. If they count from 0, as in BED, load the file as the format bed.",
    "nothing-common":
      "Step {step}: the two tables have no chromosome in common, so that nothing overlaps. Are they of one organism?",
    menu: "Overlap places",
    "menu-line": "Finds intervals that overlap those of another table",
    "menu-words": "intersect bedtools intervals regions peaks genes granges findoverlaps annotate",
  },
  ru: {
    title: "Пересечь участки",
    does: "Оставляет, считает или аннотирует участки по тем участкам другой таблицы, с которыми они пересекаются",
    "says-overlapping": "оставляет участки, которые пересекаются с {with}",
    "says-not-overlapping": "оставляет участки, которые не пересекаются с {with}",
    "says-annotate": "добавляет столбцы участков {with}, с которыми есть пересечение",
    "says-pairs": "оставляет участки, которые пересекаются с {with}, с её столбцами",
    "says-count": "считает участки {with}, с которыми есть пересечение, в {column}",
    how: "строки",
    "how-overlapping": "пересекающиеся",
    "how-not-overlapping": "непересекающиеся",
    "how-annotate": "все, с тем, что пересекают",
    "how-pairs": "пересекающиеся, с тем, что пересекают",
    "how-count": "все, с числом пересечений",
    least: "не меньше, п. н.",
    strand: "цепь",
    "strand-any": "не важна",
    "strand-same": "та же",
    "strand-opposite": "другая",
    chromosomes: "хромосомы",
    "chromosomes-exact": "названы одинаково",
    "chromosomes-alike": "chr1 — это 1",
    column: "столбец",
    "no-places-here":
      "Шаг {step}: в строках нет участков. Участок — это столбец хромосом и столбец начал или позиций; загрузите файл как BED, GFF, VCF или другой формат с участками.",
    "no-places-there":
      "Шаг {step}: в строках другой таблицы нет участков. Участок — это столбец хромосом и столбец начал или позиций; загрузите файл как BED, GFF, VCF или другой формат с участками.",
    "no-strand-here": "Шаг {step}: в строках нет цепи. Пусть цепь не учитывается, или возьмите данные с цепью.",
    "no-strand-there": "Шаг {step}: в строках другой таблицы нет цепи. Пусть цепь не учитывается, или возьмите данные с цепью.",
    "without-place":
      "Шаг {step}: у {rows} {rows|строки|строк|строк} нет участка, и {rows|она ни с чем не пересекается|они ни с чем не пересекаются|они ни с чем не пересекаются}.",
    "from-one":
      "Шаг {step}: ничто не говорит, как считает столбец {column}; начала считаются от 1. Если они от 0, как в BED, загрузите файл в формате bed.",
    "nothing-common": "Шаг {step}: у двух таблиц нет общих хромосом, поэтому пересечений нет. Это один и тот же организм?",
    menu: "Пересечь участки",
    "menu-line": "Находит интервалы, которые пересекаются с интервалами другой таблицы",
    "menu-words": "пересечение интервалы участки пики гены bedtools аннотация",
  },
});

// What is said of places of two tables, by all steps that compare them.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("place-sides", {
  en: {
    "no-places-here":
      "Step {step}: the rows have no places. A place is a column of chromosomes and one of starts or positions; load the file as BED, GFF, VCF or another format of places.",
    "no-places-there":
      "Step {step}: the rows of the other table have no places. A place is a column of chromosomes and one of starts or positions; load the file as BED, GFF, VCF or another format of places.",
    "no-strand-here": "Step {step}: the rows have no strand. Let the strand not matter, or take data with one.",
    "no-strand-there":
      "Step {step}: the rows of the other table have no strand. Let the strand not matter, or take data with one.",
    "without-place": "Step {step}: {rows} {rows|row has|rows have} no place and {rows|was|were} passed over.",
    "from-one":
      "Step {step}: nothing says how the column {column} counts, and its starts are taken to count from 1. If they count from 0, as in BED, load the file as the format bed.",
    "nothing-common":
      "Step {step}: the two tables have no chromosome in common, so that nothing is found. Are they of one organism?",
    strand: "strand",
    "strand-any": "does not matter",
    "strand-same": "the same",
    "strand-opposite": "the opposite",
    chromosomes: "chromosomes",
    "chromosomes-exact": "called the same",
    "chromosomes-alike": "chr1 is 1",
  },
  ru: {
    "no-places-here":
      "Шаг {step}: в строках нет участков. Участок — это столбец хромосом и столбец начал или позиций; загрузите файл как BED, GFF, VCF или другой формат с участками.",
    "no-places-there":
      "Шаг {step}: в строках другой таблицы нет участков. Участок — это столбец хромосом и столбец начал или позиций; загрузите файл как BED, GFF, VCF или другой формат с участками.",
    "no-strand-here": "Шаг {step}: в строках нет цепи. Пусть цепь не учитывается, или возьмите данные с цепью.",
    "no-strand-there": "Шаг {step}: в строках другой таблицы нет цепи. Пусть цепь не учитывается, или возьмите данные с цепью.",
    "without-place":
      "Шаг {step}: у {rows} {rows|строки|строк|строк} нет участка, и {rows|она пропущена|они пропущены|они пропущены}.",
    "from-one":
      "Шаг {step}: ничто не говорит, как считает столбец {column}; начала считаются от 1. Если они от 0, как в BED, загрузите файл в формате bed.",
    "nothing-common": "Шаг {step}: у двух таблиц нет общих хромосом, поэтому ничего не найдено. Это один и тот же организм?",
    strand: "цепь",
    "strand-any": "не важна",
    "strand-same": "та же",
    "strand-opposite": "другая",
    chromosomes: "хромосомы",
    "chromosomes-exact": "названы одинаково",
    "chromosomes-alike": "chr1 — это 1",
  },
  formerly: {
    "step-overlap.no-places-here": "no-places-here",
    "step-overlap.no-places-there": "no-places-there",
    "step-overlap.no-strand-here": "no-strand-here",
    "step-overlap.no-strand-there": "no-strand-there",
    "step-overlap.without-place": "without-place",
    "step-overlap.from-one": "from-one",
    "step-overlap.nothing-common": "nothing-common",
  },
});

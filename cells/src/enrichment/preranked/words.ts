// What is said of the method.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("enrichment-ranked", {
  en: {
    title: "Preranked (GSEA)",
    does: "Puts all genes in order and asks whether those of a set gather at one end: it needs no threshold, and finds sets whose genes all change a little.",
    by: "Ranked by",
    "by-auto": "what the table has",
    "by-statistic": "statistic",
    "by-signed-p": "−log10 p, signed",
    "by-change": "change",
    "by-column": "a column",
    column: "Column",
    weight: "Weight",
    rounds: "Drawn sets",
    seed: "Seed",
    "ranked-statistic": "Genes are ranked by {column}, the statistic with its sign.",
    "ranked-signed-p": "Genes are ranked by −log10 of {column} with the sign of the change.",
    "ranked-change": "Genes are ranked by {column}, the change, which says nothing of how certain it is.",
    "no-ranking": "The table has no statistic, no p value with a change, and no change to rank the genes by. Choose the column.",
    "column-unused":
      "Genes are not ranked by a column of your choice, and {column} is named. Rank by it (another column), or leave the field empty.",
    "no-column": "There is no column of numbers called {column}. Choose another one.",
    "no-sign":
      "All values of {column} are of one sign, so that they say how strongly a gene changes and not which way. Rank by −log10 p with the sign of the change.",
    constant: "All genes have the same value of {column}: nothing ranks them. Choose another column to rank by.",
    "too-few":
      "Only {n} {n|gene has|genes have} a value to rank by. At least 3 are needed: choose another column to rank by, or the table of all tested genes.",
    ties: "{n} of {all} {all|gene|genes} {n|has|have} the value of another one. Such genes have no order among each other: they count together, wherever they stand in the table.",
    untested:
      "{n} {n|gene has a value but no|genes have a value but no} {column}: {n|it was|they were} not tested (counts of one sample alone, for example) and {n|is|are} left out.",
    "zero-p":
      "{n} {n|gene has|genes have} a {column} of 0, too small for the program that wrote it: {n|it is|they are} put at the end of the ranking, in no order.",
    infinite: "{n} {n|gene has|genes have} an infinite value and {n|is|are} put at the end of the ranking.",
  },
  ru: {
    title: "По рангу (GSEA)",
    does: "Ставит все гены по порядку и проверяет, собираются ли гены набора у одного края: порог не нужен, находятся и наборы, все гены которых меняются понемногу.",
    by: "Порядок по",
    "by-auto": "тому, что есть в таблице",
    "by-statistic": "статистике",
    "by-signed-p": "−log10 p со знаком",
    "by-change": "изменению",
    "by-column": "столбцу",
    column: "Столбец",
    weight: "Вес",
    rounds: "Случайных наборов",
    seed: "Зерно",
    "ranked-statistic": "Гены стоят по {column}, статистике со знаком.",
    "ranked-signed-p": "Гены стоят по −log10 {column} со знаком изменения.",
    "ranked-change": "Гены стоят по {column}, изменению, которое не говорит о надёжности.",
    "no-ranking":
      "В таблице нет ни статистики, ни p с изменением, ни изменения, и ставить гены по порядку не по чему. Выберите столбец.",
    "column-unused":
      "Гены упорядочены не по выбранному столбцу, а столбец {column} назван. Упорядочьте по нему («другой столбец») или оставьте поле пустым.",
    "no-column": "Столбца чисел {column} не нашлось. Выберите другой.",
    "no-sign":
      "Все значения {column} одного знака: они говорят, насколько сильно меняется ген, но не куда. Поставьте гены по −log10 p со знаком изменения.",
    constant: "У всех генов одно значение {column}, и порядка нет. Выберите другой столбец для порядка.",
    "too-few":
      "Значение для порядка есть лишь у {n} {n|гена|генов|генов}, а нужно хотя бы три: выберите другой столбец для порядка или таблицу всех проверенных генов.",
    ties: "У {n} из {all} {all|гена|генов|генов} значение такое же, как у другого. Порядка между собой у них нет: они считаются вместе, где бы ни стояли в таблице.",
    untested:
      "У {n} {n|гена|генов|генов} есть значение, но нет {column}: {n|он не проверен|они не проверены|они не проверены} (например, всё дало одно измерение) и {n|пропущен|пропущены|пропущены}.",
    "zero-p":
      "У генов ({n}) {column} равно 0 — слишком мало для программы, что его записала: они поставлены в конец ряда, без порядка.",
    infinite: "У {n} {n|гена|генов|генов} бесконечное значение, {n|он стоит|они стоят|они стоят} с краю.",
  },
});

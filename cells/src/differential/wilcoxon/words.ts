// What is said of Wilcoxon's test between groups of cells.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("differential-wilcoxon", {
  en: {
    title: "Wilcoxon",
    does: "compares groups of cells by the ranks of their values",
    line: "Normalised single cells, two groups at a time; of several donors take pseudobulk and DESeq2",
    "groups-alone":
      "Wilcoxon's test compares groups and has no model: {coefficients} {coefficients|coefficient|coefficients} {coefficients|does|do} not stand for {groups} {groups|group|groups}. Take one column of groups (~ condition), or limma for designs with further effects and numbers.",
    "many-groups":
      "{groups} {groups|group|groups} make more pairs than are tested at once (12 groups are the most). Keep fewer groups.",
    "small-group":
      "A group has {n} {n|cell|cells}: ranks say nothing of fewer than 3. Leave the group out, or bring it together with another.",
    "raw-counts":
      "These are raw counts, and cells differ by how many reads they have: ranks would tell of that. Normalise first (log-normalise), or bring cells of a donor together (pseudobulk) and take DESeq2.",
    "z-scores": "Deviations from a mean (z-scores) have no fold change. Take the logarithms that they were made of.",
    "cells-alone":
      "{n} {n|cell|cells} {n|is|are} taken as independent. If they come from few donors, p speaks of these cells and not of people: bring the cells of each donor together (pseudobulk) and compare donors.",
    "few-cells": "The smallest group has {n} {n|cell|cells}: with so few, the normal approximation of p is rough.",
    "pair-alone":
      "Wilcoxon's test compares two groups, not means of several or differences of differences. Choose one group against one other, or limma.",
    "no-least":
      "Wilcoxon's test asks whether values differ, not by how much: it has no least change. Filter what is found by its change.",
    "why-flat": "All values are the same.",
  },
  ru: {
    title: "Вилкоксон",
    does: "сравнивает группы клеток по рангам значений",
    line: "Нормированные отдельные клетки, две группы за раз; для нескольких доноров — псевдобалк и DESeq2",
    "groups-alone":
      "Критерий Вилкоксона сравнивает группы, модели в нём нет: коэффициентов {coefficients}, а групп {groups}. Возьмите один столбец с группами (~ condition) или limma, если есть другие эффекты и числа.",
    "many-groups": "Групп {groups}: пар больше, чем проверяется за раз (самое большее — 12 групп). Оставьте меньше групп.",
    "small-group":
      "В одной из групп клеток: {n}. По рангам менее чем трёх ничего не сказать. Уберите группу или объедините её с другой.",
    "raw-counts":
      "Это сырые прочтения, а клетки различаются их числом: ранги расскажут об этом. Сначала нормируйте (log-normalise) или сведите клетки донора вместе (псевдобалк) и возьмите DESeq2.",
    "z-scores": "У отклонений от среднего (z-оценок) нет кратности изменения. Возьмите логарифмы, из которых они получены.",
    "cells-alone":
      "Клетки ({n}) считаются независимыми. Если они от немногих доноров, p говорит об этих клетках, а не о людях: сведите клетки каждого донора вместе (псевдобалк) и сравнивайте доноров.",
    "few-cells": "В наименьшей группе клеток: {n}. При таком числе нормальное приближение p грубое.",
    "pair-alone":
      "Критерий Вилкоксона сравнивает две группы, а не средние нескольких и не разности разностей. Выберите одну группу против другой или limma.",
    "no-least":
      "Критерий Вилкоксона спрашивает, различаются ли значения, а не насколько: наименьшего изменения в нём нет. Отберите найденное по изменению.",
    "why-flat": "Все значения одинаковы.",
  },
});

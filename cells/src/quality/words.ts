// What thresholds of several rules are called, and what rules are not for.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("quality-thresholds", {
  en: {
    incomplete:
      "{n} of the {all} rows that vary most have a value in every sample: too few to compare samples by. Fill missing values first.",
    "few-samples": "Of {n} {n|sample|samples} it cannot be told which is the odd one; it takes five.",
    "too-many-samples": "{n} samples are too many to compare each with each; {most} are the most.",
    "no-reads": "No sample has a read, so that there is nothing to judge.",
    "too-many-pairs":
      "{n} samples are too many to compare each with each by so many rows; by {features} of them it can be done. Enter fewer.",
    "too-many-points": "{n} samples are more than {most}: no components are drawn.",
    "too-many-leaves": "{n} samples are more than {most}: no tree of them could be read.",
    "too-many-curves": "{n} samples are more than {most}: no density and no box of each is drawn.",
    "warn-below-share": "doubtful below this share of the median",
    "fail-below-share": "fails below this share of the median",
    "warn-below": "doubtful below",
    "fail-below": "fails below",
    "warn-above": "doubtful above",
    "fail-above": "fails above",
    "warn-beyond": "doubtful beyond (MAD)",
    "fail-beyond": "fails beyond (MAD)",
    features: "of so many that vary most",
    "of-expression": "This is told of how much of each gene there is in each sample; these values do not say that.",
    "of-samples":
      "This is told of samples of many cells; these look like single cells: by their barcodes, or since there are hundreds and most of their counts are 0.",
    "of-cells": "This is told of single cells; these are none.",
    "too-large": "{n} values are too many to draw.",
    "of-genotypes": "This is told of genotypes, as copies of an allele at each site; these values are none.",
    "of-table": "This is told of the columns of a table; this is a matrix.",
  },
  ru: {
    incomplete:
      "Из {all} самых изменчивых строк значения во всех образцах есть у {n}: слишком мало, чтобы сравнивать образцы. Сначала заполните пропуски.",
    "few-samples": "Образцов {n}: нельзя сказать, какой из них лишний; нужно пять.",
    "too-many-samples": "Образцов {n}: слишком много, чтобы сравнить каждый с каждым; не больше {most}.",
    "no-reads": "Ни в одном образце нет прочтений, судить не о чем.",
    "too-many-pairs":
      "Образцов {n}: слишком много, чтобы сравнить каждый с каждым по стольким строкам; можно по {features}. Укажите меньше.",
    "too-many-points": "Образцов {n} — больше {most}: компоненты не показаны.",
    "too-many-leaves": "Образцов {n} — больше {most}: дерево было бы не прочесть.",
    "too-many-curves": "Образцов {n} — больше {most}: плотности и ящики не показаны.",
    "warn-below-share": "сомнительно ниже этой доли медианы",
    "fail-below-share": "не годится ниже этой доли медианы",
    "warn-below": "сомнительно ниже",
    "fail-below": "не годится ниже",
    "warn-above": "сомнительно выше",
    "fail-above": "не годится выше",
    "warn-beyond": "сомнительно дальше (MAD)",
    "fail-beyond": "не годится дальше (MAD)",
    features: "по стольким самым изменчивым",
    "of-expression": "Это правило смотрит, сколько чего экспрессируется в каждом образце, а эти значения говорят не об этом.",
    "of-samples":
      "Это правило для образцов из многих клеток, а это похоже на отдельные клетки: по штрихкодам или потому, что их сотни и большинство счётчиков — нули.",
    "of-cells": "Это правило для отдельных клеток, а это не они.",
    "too-large": "Значений {n} — слишком много, чтобы рисовать.",
    "of-genotypes": "Это правило смотрит на генотипы — число копий аллеля в каждом сайте, а это не они.",
    "of-table": "Это правило смотрит на столбцы таблицы, а это матрица.",
  },
});

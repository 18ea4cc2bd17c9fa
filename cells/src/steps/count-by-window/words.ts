// What is said of the step count-by-window.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-count-by-window", {
  en: {
    title: "Count by window",
    does: "Counts places in windows of the genome, or the share of each that they cover",
    "says-count": "counts places in windows of {size} bp",
    "says-covered": "share of windows of {size} bp that places cover",
    menu: "Count by window",
    "menu-line": "How many variants, peaks or reads lie in each window of the genome",
    "menu-words": "bins makewindows coverage density bedtools tiles sliding genome",
    size: "window, bp",
    step: "every, bp",
    "step-size": "its size",
    lengths: "lengths of chromosomes",
    "lengths-build": "of the build",
    measure: "take",
    "measure-count": "how many",
    "measure-covered": "share covered",
    column: "as",
    guessed:
      "Step {step}: no reference build is known, so windows reach to the last place of each chromosome. Choose a table of lengths (chrom.sizes), or set the build where the file is loaded.",
    outside:
      "Step {step}: {n} {n|place lies|places lie} outside the lengths ({names}{more}) and {n|is|are} in no window, or in part.",
    many: "Step {step}: these would be {n} windows; at most {limit} are made. Take larger ones, or a larger step.",
    "no-lengths":
      "Step {step}: the table of lengths needs a column of chromosomes and one of whole numbers, called length. Load it as chrom.sizes.",
    twice: "Step {step}: {name} stands in the table of lengths twice. Keep one row of each.",
  },
  ru: {
    title: "Считать по окнам",
    does: "Считает участки в окнах генома или долю каждого окна, которую они покрывают",
    "says-count": "считает участки в окнах по {size} п. н.",
    "says-covered": "доля окон по {size} п. н., покрытая участками",
    menu: "Считать по окнам",
    "menu-line": "Сколько вариантов, пиков или прочтений в каждом окне генома",
    "menu-words": "окна покрытие плотность bedtools геном скользящее",
    size: "окно, п. н.",
    step: "шаг, п. н.",
    "step-size": "размер окна",
    lengths: "длины хромосом",
    "lengths-build": "по сборке",
    measure: "взять",
    "measure-count": "сколько",
    "measure-covered": "покрытая доля",
    column: "в",
    guessed:
      "Шаг {step}: сборка не известна, поэтому окна кончаются последним участком каждой хромосомы. Выберите таблицу длин (chrom.sizes) или задайте сборку там, где загружается файл.",
    outside:
      "Шаг {step}: {n} {n|участок лежит|участка лежат|участков лежат} за пределами длин ({names}{more}) и не {n|попал|попали|попали} в окна, целиком или частью.",
    many: "Шаг {step}: получилось бы {n} окон, а делается не больше {limit}. Возьмите окна крупнее или больший шаг.",
    "no-lengths": "Шаг {step}: в таблице длин нужны столбец хромосом и столбец целых чисел length. Загрузите её как chrom.sizes.",
    twice: "Шаг {step}: {name} стоит в таблице длин дважды. Оставьте по одной строке.",
  },
});

// What is said of files of gene sets (GMT, GMX).

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("gene-sets", {
  en: {
    "no-sets":
      "{name} holds no set with genes (line {line}). A set is its name, a description, and its genes, with tabs between them. Was it saved with blanks?",
    "no-name": "A set in {name} has no name (line {line}). Write one before its description and genes.",
    "without-genes":
      "{n} {n|set has|sets have} no genes and {n|is|are} left out, the first on line {line}: {sets}. Was the file cut, or written with blanks in place of tabs?",
    "same-name":
      "{n} {n|name stands|names stand} for several sets: {sets}. The genes are taken together. Give them different names if they are different sets.",
    "gene-twice": "{n} {n|gene stands|genes stand} twice in one set, and {n|counts|count} once.",
    weights:
      "Behind {n} {n|gene stands its weight|genes stand their weights} (TP53,1.0): sets know no weights, they are left out.",
    blank: "{n} {n|line is|lines are} blank and left out.",
    read: "{sets} {sets|set|sets} with {genes} different genes: a row for each gene of a set.",
  },
  ru: {
    "no-sets":
      "В {name} нет ни одного набора с генами (строка {line}). Набор — это имя, описание и гены через табуляцию. Не сохранён ли файл с пробелами?",
    "no-name": "У набора в {name} нет имени (строка {line}). Впишите его перед описанием и генами.",
    "without-genes":
      "В {n} {n|наборе|наборах|наборах} нет генов, {n|он пропущен|они пропущены|они пропущены}, первый в строке {line}: {sets}. Файл обрезан или в нём пробелы вместо табуляции?",
    "same-name":
      "{n} {n|имя стоит|имени стоят|имён стоят} у нескольких наборов: {sets}. Гены взяты вместе. Дайте разные имена, если это разные наборы.",
    "gene-twice": "{n} {n|ген стоит|гена стоят|генов стоят} в наборе дважды и {n|считается|считаются|считаются} один раз.",
    weights: "У {n} {n|гена|генов|генов} после запятой стоит вес (TP53,1.0): у наборов весов нет, они отброшены.",
    blank: "{n} {n|строка пуста и пропущена|строки пусты и пропущены|строк пусты и пропущены}.",
    read: "{sets} {sets|набор|набора|наборов}, разных генов: {genes}; строка — ген в наборе.",
  },
});

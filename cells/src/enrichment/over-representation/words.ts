// What is said of the method.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("enrichment-over", {
  en: {
    title: "Over-representation",
    does: "Takes the genes that pass a threshold as a list and asks whether it holds more genes of a set than as many genes drawn from all that were tested.",
    direction: "List",
    "direction-each": "higher and lower, each",
    "direction-either": "all together",
    "direction-up": "higher",
    "direction-down": "lower",
    flag: "Listed by",
    threshold: "Below",
    least: "Least change",
    "no-flag":
      "Nothing says which genes are on the list: the table has no adjusted p value and no list was given. Choose the column of flags or p values, or give a list of genes. A list of genes alone is not enough: what is in it is compared with all genes that were tested.",
    flags: "{column} holds 0 and 1 alone (or −1): genes that have no 0 there are on the list, and no threshold is asked.",
    "list-as-it-is":
      "The list is taken as it is: what else would choose genes (direction, a column of flags, a threshold, a least change) has no part in it. Leave those as they were, or leave the list empty.",
    "no-column": "There is no column of numbers or of true and false called {column}. Choose another one.",
    "no-change":
      "The table has no column of changes, so that nobody knows which genes are higher. Choose the column, or ask of all together.",
    "none-listed":
      "No gene is below {threshold} by {column}, so that there is no list. Raise the threshold, or rank all genes (preranked), which needs none.",
    "nobody-listed": "None of the genes of the list are among the tested ones. Are they written as there (symbols, Ensembl ids)?",
    "all-listed":
      "All {n} {n|gene|genes} of the table are on the list: there is nothing to compare it with. Give the table of all genes that were tested, not only those that were found.",
    "no-test":
      "The table has no p values: all of its {n} {n|gene|genes} are taken as tested. Were fewer, leave the others out first.",
    "none-on-side": "No gene is {side} below the threshold.",
    "side-up": "higher",
    "side-down": "lower",
  },
  ru: {
    title: "Перепредставленность",
    does: "Гены, прошедшие порог, — список; проверяется, больше ли в нём генов набора, чем среди стольких же генов, взятых наугад из всех проверенных.",
    direction: "Список",
    "direction-each": "выше и ниже, по отдельности",
    "direction-either": "все вместе",
    "direction-up": "выше",
    "direction-down": "ниже",
    flag: "В списке по",
    threshold: "Меньше",
    least: "Наименьшее изменение",
    "no-flag":
      "Неизвестно, какие гены в списке: в таблице нет поправленного p, и списка не дано. Выберите столбец отметок или p или дайте список генов. Одного списка мало: он сравнивается со всеми проверенными генами.",
    flags: "В {column} только 0 и 1 (или −1): в списке гены, у которых там не 0, порог не спрашивается.",
    "list-as-it-is":
      "Список берётся как есть: остальное, что выбирает гены (направление, столбец отметок, порог, наименьшее изменение), в нём не участвует. Верните эти поля к исходным или оставьте список пустым.",
    "no-column": "Столбца {column} с числами или да и нет не нашлось. Выберите другой.",
    "no-change": "В таблице нет столбца изменений, и неизвестно, какие гены выше. Выберите столбец или возьмите все гены вместе.",
    "none-listed":
      "По {column} ни один ген не меньше {threshold}, и списка нет. Поднимите порог или ранжируйте все гены (по рангу), порог там не нужен.",
    "nobody-listed": "Ни одного гена списка нет среди проверенных. Так ли они записаны, как там (символы, номера Ensembl)?",
    "all-listed":
      "Все гены таблицы ({n}) в списке, и сравнить его не с чем. Дайте таблицу всех проверенных генов, а не только найденных.",
    "no-test": "В таблице нет p: проверенными считаются все её гены ({n}). Если проверено меньше, сначала уберите остальные.",
    "none-on-side": "Ниже порога нет ни одного гена, который {side}.",
    "side-up": "выше",
    "side-down": "ниже",
  },
});

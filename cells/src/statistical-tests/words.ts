// Why a test has no answer.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("statistical-tests", {
  en: {
    "too-few": "A group has fewer than two values.",
    constant: "The values do not vary.",
    "one-group-constant":
      "In a group the values do not vary, and Welch's test asks for the spread of each. Choose Kruskal-Wallis, or equal spreads.",
    "groups-constant":
      "Within groups the values do not vary at all, so there is no chance to judge their differences by. Ranks can be compared: Mann-Whitney, or Kruskal-Wallis of more groups.",
    "pairs-constant":
      "All pairs differ by the same, so there is no chance to judge the difference by. Ranks can be compared: Wilcoxon's signed ranks.",
    "no-number": "The values are too far from each other in size for a p value to come out.",
    "one-group": "Values stand in one group alone.",
    "no-pairs": "There are too few pairs.",
    "all-zero": "No pair differs.",
    "no-change": "Nobody changed between two of the answers.",
    "one-value": "One of the two columns has one value alone.",
    "exact-of-two": "Exactly counted are two answers, and there are more. Choose: exactly where few pairs differ, or never.",
    "too-many-tables": "The table is too large to be counted exactly. Choose the chi-squared test.",
    "not-square": "Both columns have to hold the same answers.",
    infinite: "Infinite values.",
    missing: "No values.",
  },
  ru: {
    "too-few": "В одной из групп меньше двух значений.",
    constant: "Значения не меняются.",
    "one-group-constant":
      "В одной из групп значения не меняются, а критерию Уэлча нужен разброс каждой. Выберите Краскела — Уоллиса или равный разброс.",
    "groups-constant":
      "Внутри групп значения не меняются вовсе, и судить о различиях не по чему. Сравнить можно ранги: Манн — Уитни, а если групп больше — Краскел — Уоллис.",
    "pairs-constant":
      "Все пары различаются на одно и то же, и судить о различии не по чему. Сравнить можно ранги: знаковые ранги Уилкоксона.",
    "no-number": "Величина значений слишком различна, чтобы получилось p.",
    "one-group": "Значения есть лишь в одной группе.",
    "no-pairs": "Слишком мало пар.",
    "all-zero": "Ни одна пара не различается.",
    "no-change": "Между какими-то двумя ответами никто не сменил ответ.",
    "one-value": "В одном из двух столбцов лишь одно значение.",
    "exact-of-two": "Точно считаются два ответа, а их больше. Выберите точный счёт лишь для немногих пар или никогда.",
    "too-many-tables": "Таблица слишком велика для точного счёта. Выберите критерий хи-квадрат.",
    "not-square": "В обоих столбцах должны быть одни и те же ответы.",
    infinite: "Бесконечные значения.",
    missing: "Нет значений.",
  },
});

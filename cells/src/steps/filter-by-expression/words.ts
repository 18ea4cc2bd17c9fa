// What is said of the step filter-by-expression.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-filter-by-expression", {
  en: {
    title: "Filter by expression",
    does: "Keeps features (genes) with enough counts for a comparison, by the design or the groups (edgeR's filterByExpr)",
    says: "keeps {noun} with enough counts: {min} in the smallest group of {by}",
    "says-counted": "keeps {kept} of {all} {noun} with enough counts: {min} in the smallest group of {by}",
    "by-none": "all samples",
    compare: "compare by",
    "choice-design": "a design",
    "choice-group": "groups",
    "choice-none": "nothing",
    "group-column": "groups in",
    "min-count": "counts, at least",
    "min-total": "in all, at least",
    large: "groups above",
    share: "share asked of the rest",
    caption:
      "Kept is what reaches these counts, at usual depth, in as many samples as the smallest group has; of a large group a share is enough (edgeR's filterByExpr).",
    "one-group":
      "Step {step}: all samples with a value in {column} are of one group. Choose another column, or compare by nothing.",
    "no-group": "Step {step}: no sample has a value in {column}. Choose another column.",
    "without-group":
      "Step {step}: {n} {n|sample has|samples have} no value in {column} and {n|is|are} not looked at; {n|it stays|they stay} in the matrix.",
    "left-out": "Step {step}: the samples without a value are not looked at, and stay in the matrix.",
    "share-range": "Step {step}: “{field}” is {value}; a share lies between 0 and 1.",
    menu: "Filter by expression",
    "menu-line": "Keeps genes with enough counts for your comparison",
    "menu-words": "filterbyexpr edger design low genes expressed counts threshold",
  },
  ru: {
    title: "Отобрать по экспрессии",
    does: "Оставляет признаки (гены), которых хватит для сравнения, по плану или группам (filterByExpr из edgeR)",
    says: "оставляет {noun} с достаточными прочтениями: {min} в наименьшей группе ({by})",
    "says-counted": "оставляет {kept} из {all} {noun} с достаточными прочтениями: {min} в наименьшей группе ({by})",
    "by-none": "все образцы",
    compare: "сравнивать по",
    "choice-design": "плану",
    "choice-group": "группам",
    "choice-none": "ничему",
    "group-column": "группы в",
    "min-count": "прочтений не меньше",
    "min-total": "всего не меньше",
    large: "из групп больше",
    share: "доля от остальных",
    caption:
      "Остаётся то, у чего столько прочтений при обычной глубине в стольких образцах, сколько их в наименьшей группе; от большой группы хватит доли (filterByExpr из edgeR).",
    "one-group":
      "Шаг {step}: все образцы со значением в {column} из одной группы. Выберите другой столбец или сравнение по ничему.",
    "no-group": "Шаг {step}: ни у одного образца нет значения в {column}. Выберите другой столбец.",
    "without-group":
      "Шаг {step}: у {n} {n|образца|образцов|образцов} нет значения в {column}: {n|он не учтён и остаётся|они не учтены и остаются|они не учтены и остаются} в матрице.",
    "left-out": "Шаг {step}: образцы без значения не учтены и остаются в матрице.",
    "share-range": "Шаг {step}: «{field}» — {value}; доля лежит между 0 и 1.",
    menu: "Отобрать по экспрессии",
    "menu-line": "Оставляет гены, которых хватит для вашего сравнения",
    "menu-words": "filterbyexpr edger план слабые гены экспрессия прочтения порог",
  },
});

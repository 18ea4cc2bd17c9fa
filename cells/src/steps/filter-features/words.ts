// What is said of the step filter-features.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-filter-features", {
  en: {
    title: "Filter low genes",
    does: "Keeps features (genes) that are expressed enough",
    says: "keeps {noun} with {rule}",
    "says-counted": "keeps {kept} of {all} {noun} with {rule}",
    "rule-count": "at least {min} reads in {samples} {samples|sample|samples}",
    "rule-total": "more than {above} over all samples",
    "keep-with": "keep those with",
    "choice-count": "enough reads in enough samples",
    "choice-total": "enough reads in all",
    "at-least": "at least",
    "in-samples": "in samples",
    above: "more than",
    menu: "Filter low genes",
    "menu-line": "Keeps genes with enough reads in enough samples",
    "menu-words": "counts expression threshold filterByExpr drop keep low abundance features",
  },
  ru: {
    title: "Убрать слабо экспрессируемые гены",
    does: "Оставляет признаки (гены) с достаточной экспрессией",
    says: "оставляет {noun}: {rule}",
    "says-counted": "оставляет {kept} из {all} {noun}: {rule}",
    "rule-count": "не меньше {min} прочтений в {samples} {samples|образце|образцах|образцах}",
    "rule-total": "больше {above} в сумме по образцам",
    "keep-with": "оставить, где",
    "choice-count": "хватает прочтений в образцах",
    "choice-total": "хватает прочтений в сумме",
    "at-least": "не меньше",
    "in-samples": "в образцах",
    above: "больше",
    menu: "Отбросить слабо экспрессируемые гены",
    "menu-line": "Оставляет гены, у которых достаточно прочтений",
    "menu-words": "убрать порог экспрессия признаки отфильтровать",
  },
});

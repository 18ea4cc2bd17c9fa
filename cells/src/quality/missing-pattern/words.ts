// What is said of the rule missing-pattern.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-missing-pattern", {
  en: {
    title: "Missing by a rule",
    does: "Whether values are missing more often in some groups, or in several columns at once: what is not missing by chance biases whatever is filled in",
    difference: "shares differ by more than",
    alpha: "chance below",
    together: "columns that lack more than",
    "too-few": "No column lacks values in five rows and has them in five others.",
    "with-group":
      "{column} is missing in {most} of {level} and in {least} of {other} ({by}; the shares differ by more than {threshold}): not by chance",
    "missing-together": "{n} columns lack values in the very same {rows} {rows|row|rows}: {columns}",
  },
  ru: {
    title: "Пропуски не случайны",
    does: "Пропущено ли в одних группах чаще, чем в других, или сразу в нескольких столбцах: неслучайные пропуски смещают всё, чем их заполняют",
    difference: "доли различаются больше чем на",
    alpha: "случайно реже чем",
    together: "столбцы, где пропущено больше",
    "too-few": "Нет столбца, где в пяти строках значение пропущено, а в пяти других есть.",
    "with-group":
      "{column}: пропущено {most} при {level} и {least} при {other} ({by}; доли различаются больше чем на {threshold}) — не случайно",
    "missing-together": "Столбцы ({n}), где пропуски в одних и тех же строках ({rows}): {columns}",
  },
});

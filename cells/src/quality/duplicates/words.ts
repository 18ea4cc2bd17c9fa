// What is said of the rule duplicates.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-duplicates", {
  en: {
    apart: "beyond the usual by (Fisher's z)",
    title: "Duplicates",
    does: "Pairs of samples that differ from all others in the same way, noise included",
    "few-samples": "Of {n} {n|sample|samples} it cannot be told whether two are the same one; it takes four.",
    same: "{names} are one sample, or replicates of one: they differ from the others alike ({value} at least; above {threshold})",
    "same-many":
      "{n} samples are one, or replicates of one: they differ from the others alike ({value} at least; above {threshold}): {names}, …",
  },
  ru: {
    apart: "больше обычного на (z Фишера)",
    title: "Дубликаты",
    does: "Пары образцов, которые отличаются от остальных одинаково, вместе с шумом",
    "few-samples": "Образцов {n}: нельзя сказать, один ли это образец дважды; нужно четыре.",
    same: "{names} — один образец или его повторы: они отличаются от остальных одинаково (не меньше {value}; выше {threshold})",
    "same-many":
      "Образцов, которые суть один или его повторы: {n}. Они отличаются от остальных одинаково (не меньше {value}; выше {threshold}): {names}, …",
  },
});

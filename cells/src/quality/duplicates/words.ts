// What is said of the rule duplicates.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-duplicates", {
  en: {
    apart: "beyond the usual by (Fisher's z)",
    title: "Duplicates",
    does: "Pairs of samples that differ from all others in the same way, noise included",
    "few-samples": "Of {n} {n|sample|samples} it cannot be told whether two are the same one; it takes four.",
    "no-variance": "Nothing varies between the samples.",
    same: "{first} and {second} are one sample, or replicates of one: they differ from the others alike ({value}; above {threshold})",
  },
  ru: {
    apart: "больше обычного на (z Фишера)",
    title: "Дубликаты",
    does: "Пары образцов, которые отличаются от остальных одинаково, вместе с шумом",
    "few-samples": "Образцов {n}: нельзя сказать, один ли это образец дважды; нужно четыре.",
    "no-variance": "Между образцами ничего не меняется.",
    same: "{first} и {second} — один образец или его повторы: они отличаются от остальных одинаково ({value}; выше {threshold})",
  },
});

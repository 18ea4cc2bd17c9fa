// What is said of the rule mixtures.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-mixtures", {
  en: {
    apart: "beyond the usual by (Fisher's z)",
    title: "Mixtures",
    does: "Pairs of samples that share what none of the others has: one may hold some of the other",
    "few-samples":
      "Of {n} different {n|sample|samples} it cannot be told whether one holds some of another; it takes {least}. A mixture of both sexes is told by the check of sex.",
    "few-features":
      "{n} rows are too few to tell of {samples} samples whether one holds some of another; it takes five times as many rows as samples.",
    "nothing-varies": "Between these samples nothing varies.",
    shared:
      "{first} and {second} share what none of the others has (partial correlation {value}; above {threshold}): one may hold some of the other (a mixture), or both are of one person",
  },
  ru: {
    apart: "больше обычного на (z Фишера)",
    title: "Смеси",
    does: "Пары образцов, у которых есть общее, чего нет ни у одного из остальных: в одном может быть часть другого",
    "few-samples":
      "Разных образцов {n}: нельзя сказать, нет ли в одном части другого; нужно {least}. Смесь двух полов видна по проверке пола.",
    "few-features":
      "Строк {n}: по ним об образцах, которых {samples}, нельзя сказать, нет ли в одном части другого; строк нужно впятеро больше, чем образцов.",
    "nothing-varies": "Между этими образцами ничего не меняется.",
    shared:
      "У {first} и {second} есть общее, чего нет ни у одного из остальных (частная корреляция {value}; выше {threshold}): в одном может быть часть другого (смесь), или оба от одного человека",
  },
});

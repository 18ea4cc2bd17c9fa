// What is said of the rule cell-outliers.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-cell-outliers", {
  en: {
    title: "Cells",
    does: "Cells with few reads, few genes or much of mitochondria: they broke, or were none",
    counts: "few reads beyond (MAD)",
    genes: "few genes beyond (MAD)",
    mitochondrial: "mitochondria beyond (MAD)",
    "few-counts-in":
      "{batch}: {n} of {all} {all|cell|cells} {n|has|have} fewer than {threshold} reads, {mads} MADs below the median of {median}",
    "few-genes-in":
      "{batch}: {n} of {all} {all|cell|cells} {n|has|have} fewer than {threshold} genes, {mads} MADs below the median of {median}",
    "much-mitochondrial-in":
      "{batch}: {n} of {all} {all|cell|cells} {n|has|have} a share of mitochondria above {threshold}, {mads} MADs above the median of {median}",
    "no-counts": "Reads and genes of a cell are told of counts alone.",
    "few-counts":
      "{n} of {all} {all|cell|cells} {n|has|have} fewer than {threshold} reads, {mads} MADs below the median of {median}",
    "few-genes":
      "{n} of {all} {all|cell|cells} {n|has|have} fewer than {threshold} genes, {mads} MADs below the median of {median}",
    "much-mitochondrial":
      "{n} of {all} {all|cell|cells} {n|has|have} a share of mitochondria above {threshold}, {mads} MADs above the median of {median}",
  },
  ru: {
    title: "Клетки",
    does: "Клетки с малым числом прочтений или генов или с большой долей митохондрий: они разрушены или это не клетки",
    counts: "мало прочтений дальше (MAD)",
    genes: "мало генов дальше (MAD)",
    mitochondrial: "митохондрии дальше (MAD)",
    "few-counts-in": "{batch}: прочтений меньше {threshold} у {n} из {all} клеток: на {mads} MAD ниже медианы {median}",
    "few-genes-in": "{batch}: генов меньше {threshold} у {n} из {all} клеток: на {mads} MAD ниже медианы {median}",
    "much-mitochondrial-in":
      "{batch}: доля митохондрий больше {threshold} у {n} из {all} клеток: на {mads} MAD выше медианы {median}",
    "no-counts": "О прочтениях и генах клетки можно судить только по счётчикам.",
    "few-counts": "Прочтений меньше {threshold} у {n} из {all} клеток: на {mads} MAD ниже медианы {median}",
    "few-genes": "Генов меньше {threshold} у {n} из {all} клеток: на {mads} MAD ниже медианы {median}",
    "much-mitochondrial": "Доля митохондрий больше {threshold} у {n} из {all} клеток: на {mads} MAD выше медианы {median}",
  },
});

// What is said of the rule marker-share.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-marker-share", {
  en: {
    "mitochondrial-warn": "mitochondria: doubtful above",
    "mitochondrial-fail": "mitochondria: fails above",
    "top-warn": "largest hundred: doubtful above",
    "top-fail": "largest hundred: fails above",
    title: "Shares of reads",
    does: "Shares of the reads of mitochondria, of ribosomal proteins and of the hundred largest genes: what is left of broken cells, and what a few genes leave to the others",
    "no-counts": "Shares of reads are told of counts; these values are none.",
    "no-markers":
      "No gene of mitochondria or ribosomes is called by a name that is known, and there are too few rows for a share of the hundred largest.",
    mitochondrial: "{sample}: {value} of the reads are those of mitochondria; more than {threshold}",
    top: "{sample}: the hundred largest take {value} of the reads; more than {threshold}",
  },
  ru: {
    "mitochondrial-warn": "митохондрии: сомнительно выше",
    "mitochondrial-fail": "митохондрии: не годится выше",
    "top-warn": "сто самых больших: сомнительно выше",
    "top-fail": "сто самых больших: не годится выше",
    title: "Доли прочтений",
    does: "Доли прочтений митохондрий, рибосомных белков и ста самых больших генов: что осталось от разрушенных клеток и что немногие гены оставляют другим",
    "no-counts": "Доли прочтений считаются по числам прочтений, а это не они.",
    "no-markers": "Нет генов митохондрий и рибосом с известными именами, а строк слишком мало для доли ста самых больших.",
    mitochondrial: "{sample}: доля прочтений митохондрий {value}; больше {threshold}",
    top: "{sample}: на сто самых больших приходится {value} прочтений; больше {threshold}",
  },
});

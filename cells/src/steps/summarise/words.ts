// What is said of the step summarise.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-summarise", {
  en: {
    title: "Group and summarise",
    does: "One row for each group, with values over its rows",
    says: "takes {values} by {by}",
    "says-all": "takes {values} of all rows",
    "for-each": "for each",
    take: "take",
    of: "of",
    as: "as",
  },
  ru: {
    title: "Сгруппировать и свести",
    does: "По строке на каждую группу, со значениями по её строкам",
    says: "считает {values} по {by}",
    "says-all": "считает {values} по всем строкам",
    "for-each": "для каждого",
    take: "взять",
    of: "по",
    as: "как",
  },
});

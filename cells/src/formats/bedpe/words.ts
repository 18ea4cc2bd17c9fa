// What is said of the format bedpe.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-bedpe", {
  en: {
    title: "BEDPE (pairs of places)",
    why: "Its lines hold two places each, as BEDPE has them.",
    "why-track": "Its line of names is that of pairs of places.",
  },
  ru: {
    title: "BEDPE (пары участков)",
    why: "В каждой строке два участка, как в BEDPE.",
    "why-track": "Строка имён — как у пар участков.",
  },
});

// What is said of the format rsem-isoforms. What is said of its lines: parts/quantified/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-rsem-isoforms", {
  en: { title: "RSEM (isoforms.results)" },
  ru: { title: "RSEM (isoforms.results)" },
});

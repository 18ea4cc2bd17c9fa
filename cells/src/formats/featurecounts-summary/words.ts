// What is said of the format featurecounts-summary.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-featurecounts-summary", {
  en: { title: "featureCounts (summary)" },
  ru: { title: "featureCounts (сводка)" },
});

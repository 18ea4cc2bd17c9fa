// What is said of the step top-variable.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-top-variable", {
  en: { title: "Most variable genes", says: "the {count} most variable {noun}", "how-many": "how many" },
  ru: { title: "Самые изменчивые гены", says: "{count} самых изменчивых {noun}", "how-many": "сколько" },
});

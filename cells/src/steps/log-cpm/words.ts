// What is said of the step log-cpm.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-log-cpm", {
  en: { title: "Log-CPM", does: "log2(CPM + prior) of counts", says: "log2(CPM + {prior})" },
  ru: { title: "Log-CPM", does: "log2(CPM + добавка) по прочтениям", says: "log2(CPM + {prior})" },
});

// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-clusters", {
  en: { title: "Clusters" },
  ru: { title: "Кластеры" },
});

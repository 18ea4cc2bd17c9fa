// What people call the report.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-mutations", {
  en: { title: "Mutations" },
  ru: { title: "Мутации" },
});

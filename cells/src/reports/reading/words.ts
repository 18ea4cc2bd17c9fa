// What people call it.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-reading", {
  en: {
    title: "How the file was read",
  },
  ru: {
    title: "Как прочитан файл",
  },
});

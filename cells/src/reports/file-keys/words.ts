// What people call it.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("report-file-keys", {
  en: { title: "Names by which files are matched" },
  ru: { title: "Имена, по которым сопоставляются файлы" },
});

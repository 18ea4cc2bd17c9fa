// What is said of a file before it is loaded, beside what its format says.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("files", {
  en: {
    "more-sheets": "{count} more {count|sheet is|sheets are} not shown here: {sheets}. A load cell reads each by its name.",
  },
  ru: {
    "more-sheets": "Здесь не показано ещё {count} {count|лист|листа|листов}: {sheets}. Ячейка загрузки прочитает любой по имени.",
  },
});

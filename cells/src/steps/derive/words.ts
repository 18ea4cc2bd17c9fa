// What is said of the step derive.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-derive", {
  en: { title: "New column", says: "adds {name} = {formula}", "new-column": "column" },
  ru: { title: "Новый столбец", says: "добавляет {name} = {formula}", "new-column": "столбец" },
});

// What is said of the step derive.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-derive", {
  en: {
    title: "New column",
    says: "adds {name} = {formula}",
    "new-column": "column",
    menu: "New column",
    "menu-line": "A formula over the other columns",
    "menu-words": "derive mutate calculate compute formula expression",
  },
  ru: {
    title: "Новый столбец",
    says: "добавляет {name} = {formula}",
    "new-column": "столбец",
    menu: "Новый столбец",
    "menu-line": "Формула по другим столбцам",
    "menu-words": "вычислить формула",
  },
});

// What is said of the step derive.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-derive", {
  en: {
    title: "New column",
    does: "Adds a column computed from others, or replaces the one of that name",
    says: "adds {name} = {formula}",
    "new-column": "column",
    menu: "New column",
    "menu-line": "A formula over the other columns",
    "menu-words": "derive mutate calculate compute formula expression",
  },
  ru: {
    title: "Новый столбец",
    does: "Добавляет столбец, вычисленный из других, или заменяет столбец с этим именем",
    says: "добавляет {name} = {formula}",
    "new-column": "столбец",
    menu: "Новый столбец",
    "menu-line": "Формула по другим столбцам",
    "menu-words": "вычислить формула",
  },
});

// What is said of the step derive.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-derive", {
  en: {
    title: "New column",
    does: "Adds a column computed from others, or replaces the one of that name",
    says: "adds {name} = {formula}",
    "says-anew": "sets {name} to {formula}",
    "new-column": "column",
    "of-missing": "Where a value is missing, or is no number such as 0/0, the answer is missing, also of if(…).",
    menu: "New column",
    "menu-line": "A formula over the other columns",
    "menu-words": "derive mutate calculate compute formula expression",
  },
  ru: {
    title: "Новый столбец",
    does: "Добавляет столбец, вычисленный из других, или заменяет столбец с этим именем",
    says: "добавляет {name} = {formula}",
    "says-anew": "заменяет {name} на {formula}",
    "new-column": "столбец",
    "of-missing": "Где значение пропущено или не число (как 0/0), ответа нет, в том числе у if(…).",
    menu: "Новый столбец",
    "menu-line": "Формула по другим столбцам",
    "menu-words": "вычислить формула",
  },
});

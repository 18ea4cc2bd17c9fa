// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-profile", {
  en: {
    title: "Profile",
    profile: "Profile",
    "profile-line": "Types, missing values and distributions of all columns",
    "profile-words": "describe summary overview statistics quality qc missing",
    "needs-from": "Choose a table or a matrix.",
  },
  ru: {
    title: "Профиль",
    profile: "Профиль",
    "profile-line": "Типы, пропуски и распределения столбцов",
    "profile-words": "описание сводка статистика качество",
    "needs-from": "Выберите таблицу или матрицу.",
  },
});

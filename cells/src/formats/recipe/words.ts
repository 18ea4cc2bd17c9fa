// What is said of saved recipes that are loaded.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-recipe", {
  en: {
    title: "Saved recipe",
    promises:
      "It holds {n} {n|promise|promises} about what it makes. To have data held to {n|it|them}, choose this file in the step “Saved recipe, or steps of another cell”; a cell that reads the steps from here does not ask.",
  },
  ru: {
    title: "Сохранённый рецепт",
    promises:
      "В нём обещаний о результате: {n}. Чтобы данные по ним проверялись, выберите этот файл в шаге «Сохранённый рецепт или шаги другой ячейки»; ячейка, которая берёт шаги отсюда, их не проверяет.",
  },
});

// Messages of artifacts as bytes.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("artifacts", {
  retryable: ["unreadable", "altered"],
  en: {
    unreadable: "A stored result cannot be read ({detail}). Run the step again; it is made anew.",
    altered: "A stored result is not what was stored: its content was changed. Run the step that made it again.",
    "selected-none": "nothing selected",
    "selected-lasso": "lasso with {n} corners, x {x}, y {y}",
    "selected-points": "{n} clicked {n|point|points}",
    "selected-names": "{n} {n|name|names}: {names}",
    "selected-in-part": "{part}: {area}",
    "selected-part-missing": "without a group",
    "selected-several": "{n} areas: {areas}",
  },
  ru: {
    unreadable: "Сохранённый результат не читается ({detail}). Запустите шаг ещё раз, он будет создан заново.",
    altered:
      "Сохранённый результат не тот, что был сохранён: его содержимое изменено. Запустите ещё раз шаг, который его создал.",
    "selected-none": "ничего не выделено",
    "selected-lasso": "лассо, вершин: {n}, x {x}, y {y}",
    "selected-points": "отмечено точек: {n}",
    "selected-names": "{n} {n|имя|имени|имён}: {names}",
    "selected-in-part": "{part}: {area}",
    "selected-part-missing": "без группы",
    "selected-several": "{n} {n|область|области|областей}: {areas}",
  },
});

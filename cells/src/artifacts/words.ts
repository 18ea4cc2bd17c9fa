// Messages of artifacts as bytes.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("artifacts", {
  retryable: ["unreadable", "altered"],
  en: {
    unreadable: "A stored result cannot be read ({detail}). Run the step again; it is made anew.",
    altered: "A stored result is not what was stored: its content was changed. Run the step that made it again.",
  },
  ru: {
    unreadable: "Сохранённый результат не читается ({detail}). Запустите шаг ещё раз, он будет создан заново.",
    altered:
      "Сохранённый результат не тот, что был сохранён: его содержимое изменено. Запустите ещё раз шаг, который его создал.",
  },
});

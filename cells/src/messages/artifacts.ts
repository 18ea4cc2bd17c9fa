// Messages of artifacts as bytes.

import type { Messages } from "./locale.ts";

export const artifactsMessages: Messages = {
  en: { unreadable: "A stored result cannot be read ({detail}). Run the step again; it is made anew." },
  ru: { unreadable: "Сохранённый результат не читается ({detail}). Запустите шаг ещё раз, он будет создан заново." },
};

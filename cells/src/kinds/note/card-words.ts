// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-note", {
  en: {
    title: "Note",
    note: "Note",
    "note-line": "Text with live values",
    "note-words": "markdown text comment heading describe",
  },
  ru: {
    title: "Заметка",
    note: "Заметка",
    "note-line": "Текст с живыми значениями",
    "note-words": "текст комментарий заголовок описание",
  },
});

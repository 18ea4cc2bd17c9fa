// Sentences of the note kind.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("note", {
  en: {
    "words-empty": "An empty note.",
    "accessor-unknown": "A note cannot show “{accessor}” of a cell. It can show: {known}.",
    "accessor-wrong": "{name} has no “{accessor}”. It has: {has}.",
    "name-unknown": "There is no cell called {name}. Correct the name, or write \\{\\{ to show the brackets.",
    "not-made": "{name} has no result yet.",
    "not-filled": "A value that is not there.",
    kind: "Note",
    text: "Text of the note",
    empty: "Empty note",
  },
  ru: {
    "words-empty": "Пустая заметка.",
    "accessor-unknown": "Заметка не умеет показывать «{accessor}» ячейки. Можно: {known}.",
    "accessor-wrong": "У {name} нет «{accessor}». Есть: {has}.",
    "name-unknown": "Нет ячейки с именем {name}. Исправьте имя или напишите \\{\\{, чтобы показать скобки.",
    "not-made": "У {name} ещё нет результата.",
    "not-filled": "Значения здесь нет.",
    kind: "Заметка",
    text: "Текст заметки",
    empty: "Пустая заметка",
  },
});

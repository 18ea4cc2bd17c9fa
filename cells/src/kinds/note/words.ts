// Sentences of the note kind.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("note", {
  en: {
    "words-empty": "An empty note.",
    "accessor-unknown": "A note cannot show “{accessor}” of a cell. It can show: {known}.",
    "accessor-wrong": "{name} has no “{accessor}”. It has: {has}.",
    "name-unknown": "There is no cell called {name}. Correct the name, or write \\{\\{ to show the brackets.",
    kind: "Note",
    text: "Text of the note",
    placeholder: "Write Markdown. A value of a cell stands in double braces, a link to a cell in double brackets.",
    empty: "Empty note",
    "no-value": "not known yet",
    "link-missing": "There is no cell called {name}.",
    "go-to": "Go to {name}",
    external: "{address} (opens outside)",
  },
  ru: {
    "words-empty": "Пустая заметка.",
    "accessor-unknown": "Заметка не умеет показывать «{accessor}» ячейки. Можно: {known}.",
    "accessor-wrong": "У {name} нет «{accessor}». Есть: {has}.",
    "name-unknown": "Нет ячейки с именем {name}. Исправьте имя или напишите \\{\\{, чтобы показать скобки.",
    kind: "Заметка",
    text: "Текст заметки",
    placeholder: "Пишите на Markdown. Значение ячейки пишут в двойных фигурных скобках, ссылку на неё в двойных квадратных.",
    empty: "Пустая заметка",
    "no-value": "пока неизвестно",
    "link-missing": "Нет ячейки с именем {name}.",
    "go-to": "Перейти к {name}",
    external: "{address} (откроется отдельно)",
  },
});

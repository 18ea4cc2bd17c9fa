// What is said of the format sqlite.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-sqlite", {
  en: {
    title: "SQLite",
    broken:
      "{name} is a database of SQLite that is damaged or was cut short ({detail}). Copy it again while no program writes to it.",
    "no-tables": "{name} is a database without tables.",
    large:
      "The table {table} of {name} has more than {most} fields, rows times columns. Select what you need of it and write that as CSV.",
    recursive:
      "{table} in {name} is a view that calls itself, which may never end. Write what it gives into a table, and drop the database again.",
    mixed: "{column} holds texts among numbers (the first in row {row}): it is read as text.",
    "long-numbers": "{column} holds whole numbers beyond 2^53 (the first in row {row}): it is kept as text, letter for letter.",
    bytes: "{column} holds bytes, which are written as pairs of hexadecimal digits.",
  },
  ru: {
    title: "SQLite",
    broken: "{name} — база SQLite, повреждённая или обрезанная ({detail}). Скопируйте её заново, когда в неё никто не пишет.",
    "no-tables": "В базе {name} нет таблиц.",
    large: "В таблице {table} базы {name} больше {most} полей (строки × столбцы). Выберите нужное и запишите его как CSV.",
    recursive:
      "{table} в {name} — представление, которое вызывает само себя и может не кончиться. Запишите его результат в таблицу и перетащите базу снова.",
    mixed: "В {column} среди чисел есть тексты (первый в строке {row}): столбец прочитан как текст.",
    "long-numbers": "В {column} целые числа больше 2^53 (первое в строке {row}): столбец оставлен текстом, знак в знак.",
    bytes: "В {column} байты; они записаны парами шестнадцатеричных цифр.",
  },
});

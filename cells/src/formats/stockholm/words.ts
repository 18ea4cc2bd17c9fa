// What is said of the format stockholm.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-stockholm", {
  en: {
    title: "Stockholm (alignment)",
    "why-header": "The first line says so: # STOCKHOLM.",
    row: "Line {line} of {name} is no row of an alignment (a name, then letters): “{found}”. Save the alignment again, or correct that line.",
    cut: "{name} ends (line {line}) before the // that ends an alignment: it was cut short. Copy or download it again.",
    "many-marks":
      "{name} says {count} kinds of things of its rows (#=GS, #=GR), and at most {most} become columns. Is it an alignment? Leave out what you do not need.",
    "no-rows": "{name} holds an alignment without rows (up to line {line}). Save it again.",
    "of-columns": "What the file says of columns ({marks}) is no part of a table of rows.",
  },
  ru: {
    title: "Stockholm (выравнивание)",
    "why-header": "Так сказано в первой строке: # STOCKHOLM.",
    row: "Строка {line} файла {name} — не ряд выравнивания (имя, затем буквы): «{found}». Сохраните выравнивание заново или исправьте строку.",
    cut: "{name} кончается (строка {line}) до завершающего выравнивание //: файл обрезан. Скопируйте или скачайте его заново.",
    "many-marks":
      "{name} говорит о рядах {count} видов сведений (#=GS, #=GR), а столбцами становится не больше {most}. Это выравнивание? Уберите лишнее.",
    "no-rows": "В {name} выравнивание без рядов (до строки {line}). Сохраните его заново.",
    "of-columns": "То, что файл говорит о столбцах выравнивания ({marks}), в таблицу рядов не входит.",
  },
});

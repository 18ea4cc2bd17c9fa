// What is said of the format gct.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-gct", {
  en: {
    title: "GCT (Broad)",
    dims: "Line 2 of {name} must hold the numbers of rows and of samples ({expected} numbers for {version}), and holds “{found}”. Export the file again, or correct that line.",
    "columns-differ":
      "Line {line} of {name} has {found} {found|field|fields}, and line 2 tells of {expected} ({samples} samples and {before} columns before them). Correct line 2, or the line that differs.",
    "rows-differ":
      "{name} has {found} {found|row|rows} of values, and line 2 tells of {expected} (line {line} is the first that is wrong, or the last one). Was the file cut? Export it again, or correct line 2.",
    "lines-missing":
      "{name} ends at line {line}, before the lines that describe its samples ({expected} of them). Export it again.",
    "no-number": "Line {line} of {name} holds “{value}” under {column}, which is no number. Correct it, or leave it empty.",
    "issue-none-said":
      "{count} {count|cell|cells} of what describes rows and samples {count|says|say} na or -666, which stands for nothing there: read as missing.",
    "log-described": "What the file says of its samples ({columns}) is no part of a table. Read it as a matrix to have it.",
  },
  ru: {
    title: "GCT (Broad)",
    dims: "В строке 2 файла {name} должны стоять числа строк и образцов (для {version} — {expected}), а стоит «{found}». Экспортируйте файл заново или исправьте эту строку.",
    "columns-differ":
      "В строке {line} файла {name} {found} {found|поле|поля|полей}, а по строке 2 их {expected} (образцов {samples}, столбцов перед ними {before}). Исправьте строку 2 или ту, что отличается.",
    "rows-differ":
      "В {name} {found} {found|строка|строки|строк} значений, а по строке 2 их {expected} (первая лишняя или последняя — строка {line}). Файл обрезан? Экспортируйте его заново или исправьте строку 2.",
    "lines-missing":
      "{name} заканчивается на строке {line}, раньше строк с описанием образцов (их {expected}). Экспортируйте файл заново.",
    "no-number": "В строке {line} файла {name}, столбец {column}, стоит «{value}» — не число. Исправьте или оставьте пустым.",
    "issue-none-said":
      "В описании строк и образцов {count} {count|ячейка|ячейки|ячеек} со значением na или -666, что значит «нет»: {count|она прочитана как пропуск|они прочитаны как пропуски|они прочитаны как пропуски}.",
    "log-described": "Описание образцов ({columns}) в таблицу не входит. Чтобы оно было, прочитайте файл как матрицу.",
  },
});

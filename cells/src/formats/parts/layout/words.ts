// What was guessed of the layout of a delimited text (names, rows above them, widths), with its alternative.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("layout", {
  en: {
    "lines-above":
      "{count} {count|line|lines} above the names in line {line} {count|is|are} not read (the first: {first}). If {count|it belongs|they belong} to the table, set that 0 lines stand above it.",
    "one-column":
      "The text is read as one column ({first}), although several blanks in its lines look like columns: by blanks the lines have not as many fields. Put two blanks at least, or a tab, between all columns, or quotes around texts with blanks.",
    "rows-with-hash":
      "{count} {count|line that begins|lines that begin} with # (from line {line} on: {first}) {count|belongs|belong} to the table, having as many fields as its rows. If {count|it is a remark|they are remarks}, set how many lines stand above the table.",
    "row-names":
      "Line {line} ({first}) has one name less than there are columns, as R writes it: the first column holds names of rows. If the last field of each row is the one too many, set that there are no names of rows.",
    "rows-end-with-delimiter":
      "Each row ends with {count} empty {count|field|fields} more than there are names; {count|it is|they are} not read. If the first column holds names of rows, choose so.",
    "header-ends-with-delimiter": "Line {line} ends with delimiters that no row has; they name no column.",
    "numbers-as-names":
      "The first row (line {line}: {first}) is taken as names, although some are numbers. If it is a record, set that no row names the columns.",
    "first-row-is-data":
      "The first row (line {line}: {first}) is taken as a record, being like the rows below it; the columns have no names. If it names them, choose so.",
    "no-names":
      "No row names the columns: the first one (line {line}: {first}) is read as a record, and the columns are called by their number. If it names them, choose so.",
    directives:
      "{count} {count|line|lines} below the names ({first}) {count|tells|tell} QIIME 2 what the columns hold and {count|is no row|are no rows}; {count|it is|they are} left out.",
    "two-rows-of-names":
      "Two rows, from line {line} on, name the columns together ({names}). If the second holds values, set that one row names them.",
  },
  ru: {
    "lines-above":
      "Не прочитано {count} {count|строка|строки|строк} над именами столбцов, которые стоят в строке {line} (первая: {first}). Если это часть таблицы, укажите, что над ней 0 строк.",
    "one-column":
      "Текст прочитан как один столбец ({first}), хотя пробелы в строках похожи на столбцы: по пробелам в строках разное число полей. Разделите столбцы хотя бы двумя пробелами или табуляцией либо возьмите тексты с пробелами в кавычки.",
    "rows-with-hash":
      "{count} {count|строка, которая начинается|строки, которые начинаются|строк, которые начинаются} с # (начиная со строки {line}: {first}), {count|отнесена|отнесены|отнесены} к таблице: полей в {count|ней|них|них} столько же, сколько в остальных. Если это примечания, укажите, сколько строк стоит над таблицей.",
    "row-names":
      "В строке {line} ({first}) на одно имя меньше, чем столбцов, как пишет R: в первом столбце имена строк. Если лишнее — последнее поле каждой строки, укажите, что имён строк нет.",
    "rows-end-with-delimiter":
      "Каждая строка кончается пустыми полями сверх имён ({count}); они не прочитаны. Если в первом столбце имена строк, укажите это.",
    "header-ends-with-delimiter": "Строка {line} кончается разделителями, каких нет в остальных строках; столбцов за ними нет.",
    "numbers-as-names":
      "Первая строка (строка файла {line}: {first}) принята за имена столбцов, хотя среди них есть числа. Если это данные, укажите, что строки с именами нет.",
    "first-row-is-data":
      "Первая строка (строка файла {line}: {first}) принята за данные: она похожа на строки под ней; имён у столбцов нет. Если это имена, укажите это.",
    "no-names":
      "Строки с именами столбцов нет: первая (строка файла {line}: {first}) прочитана как данные, и столбцы названы по номерам. Если это имена, укажите это.",
    directives:
      "{count} {count|строка|строки|строк} под именами ({first}) {count|говорит|говорят|говорят} QIIME 2, что в столбцах, и {count|строкой данных не взята|строками данных не взяты|строками данных не взяты}.",
    "two-rows-of-names":
      "Столбцы названы двумя строками, начиная со строки {line} ({names}). Если во второй данные, укажите, что имена занимают одну строку.",
  },
});

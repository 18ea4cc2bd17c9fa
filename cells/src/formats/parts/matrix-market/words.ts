// What is said of files in Matrix Market format, alone or with the names of their rows and columns.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("matrix-market", {
  en: {
    "why-banner": "Its first line is that of Matrix Market, and says {layout}, {field}.",
    banner:
      "Line {line} of {name} begins as Matrix Market does and says “{found}”, where “%%MatrixMarket matrix coordinate integer general” or its like is expected. Export the matrix again.",
    "kind-unread":
      "{name} says “{found}”: complex numbers and hermitian matrices are none of counts or expression and are not read. Export it as real or integer.",
    sizes:
      "Line {line} of {name} must hold {expected} whole numbers (rows, columns and, where zeros are left out, the number of entries; symmetric ones are square), and holds “{found}”. Export the matrix again.",
    hollow:
      "Line {line} of {name} tells of {rows} rows and {columns} columns, with {entries} entries in all: no matrix of so many holds so little. Correct that line, or export the file again.",
    "too-large":
      "Line {line} of {name} tells of {rows} rows, {columns} columns and {entries} entries; up to {most} rows or columns and 2,147,418,112 entries are read. Export a part of it.",
    cut: "{name} ends at line {line}, before its values. Was it cut? Export or copy it again.",
    "entries-differ":
      "{name} holds {found} {found|entry|entries}, and its head tells of {expected} (last line {line}). Was it cut? Export or copy it again.",
    "not-an-entry":
      "Line {line} of {name} holds “{found}” where {fields} are expected. Export the matrix again, or correct that line.",
    "fields-entry": "row, column and value",
    "fields-pattern": "row and column",
    "fields-value": "one number",
    outside:
      "Line {line} of {name} tells of row {row} and column {column}, and the matrix has {rows} rows and {columns} columns, counted from 1. Export it again, or correct that line.",
    added: "{count} {count|entry stands|entries stand} at the place of another one of {name}: added to it, as scipy and R do.",
    nameless:
      "A file of Matrix Market holds no names: features are called {feature}1, {feature}2, … and samples {sample}1, …. Give its names with it (barcodes.tsv and features.tsv in one folder or zip), or a sample sheet.",
    "samples-in-columns":
      "Features are taken to be its rows, and samples or cells its columns, as programs for single cells write it.",
    "log-read": "{rows} rows, {columns} columns, {entries} numbers that are not zero ({share} %).",
  },
  ru: {
    "why-banner": "Первая строка — как в Matrix Market: {layout}, {field}.",
    banner:
      "Строка {line} файла {name} начинается как Matrix Market, но в ней «{found}», а ожидается «%%MatrixMarket matrix coordinate integer general» или подобное. Экспортируйте матрицу заново.",
    "kind-unread":
      "В {name} указано «{found}»: комплексные числа и эрмитовы матрицы — не счётчики и не экспрессия, они не читаются. Экспортируйте как real или integer.",
    sizes:
      "В строке {line} файла {name} должно быть целых чисел: {expected} (строки, столбцы и, где нули пропущены, число записей; симметричные матрицы квадратны), а стоит «{found}». Экспортируйте матрицу заново.",
    hollow:
      "По строке {line} файла {name} в нём {rows} строк и {columns} столбцов, а записей всего {entries}: такая матрица не может быть настолько пустой. Исправьте строку или экспортируйте файл заново.",
    "too-large":
      "По строке {line} файла {name} в нём {rows} строк, {columns} столбцов и {entries} записей; читается до {most} строк или столбцов и 2 147 418 112 записей. Экспортируйте часть.",
    cut: "{name} заканчивается на строке {line}, раньше значений. Файл обрезан? Экспортируйте или скопируйте его заново.",
    "entries-differ":
      "В {name} {found} {found|запись|записи|записей}, а по заголовку {expected} (последняя строка {line}). Файл обрезан? Экспортируйте или скопируйте его заново.",
    "not-an-entry":
      "В строке {line} файла {name} стоит «{found}», а ожидается: {fields}. Экспортируйте матрицу заново или исправьте строку.",
    "fields-entry": "строка, столбец и значение",
    "fields-pattern": "строка и столбец",
    "fields-value": "одно число",
    outside:
      "В строке {line} файла {name} указаны строка {row} и столбец {column}, а в матрице строк {rows}, столбцов {columns} (счёт с 1). Экспортируйте её заново или исправьте строку.",
    added: "{count} {count|запись стоит|записи стоят|записей стоят} в {name} на месте другой: сложены, как делают scipy и R.",
    nameless:
      "В файле Matrix Market нет имён: признаки названы {feature}1, {feature}2, …, образцы — {sample}1, …. Дайте имена вместе с ним (barcodes.tsv и features.tsv в одной папке или zip) или таблицу образцов.",
    "samples-in-columns":
      "Признаками считаются строки, образцами или клетками — столбцы, как пишут программы для одиночных клеток.",
    "log-read": "Строк {rows}, столбцов {columns}, ненулевых чисел {entries} ({share} %).",
  },
});

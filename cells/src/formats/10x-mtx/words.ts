// What is said of the format 10x-mtx. What is said of the lines of its matrix: parts/matrix-market/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-10x-mtx", {
  en: {
    title: "10x Genomics (matrix, barcodes, features)",
    "why-three": "A matrix ({matrix}) with the names of its columns ({barcodes}) and of its rows ({features}).",
    "why-samples": "{count} matrices, each with the names of its columns and of its rows: a sample each.",
    "no-parts": "{name} lacks one of the three files: matrix.mtx, barcodes.tsv, features.tsv (or genes.tsv). Drop them together.",
    "lengths-differ":
      "{features} holds {featureNames} names and {barcodes} holds {barcodeNames}, but the matrix has {rows} rows and {columns} columns. Are the three files of one run? Take them from the same folder; a line above the names that is none has to go.",
    turned: "The matrix holds a row for each barcode: it is read turned on its side, as the numbers of names tell.",
    square: "The matrix has as many rows as columns, so the names do not tell its sides apart; features are taken to be rows.",
    "header-line": "The first line of {file} names its columns and is no name.",
    "types-several": "Features are of several types ({types}); all are in the matrix, and feature_type tells them apart.",
    "features-borrowed":
      "{sample} came without features of its own. Those of {file} are taken, which are as many; were they counted with another reference, its numbers stand at the wrong genes. Bring its own file.",
    "left-alone": "Not read: {files}. A sheet that describes barcodes is loaded by itself and given as the sample sheet.",
    "log-read": "{cells} barcodes, {features} features, {entries} numbers that are not zero ({share} %).",
    "rule-header": "a line “%%MatrixMarket matrix coordinate integer general”, and the sizes",
    "rule-entry": "a row, a column and a whole number from 0 up",
    "rule-outside": "a row from 1 to {rows} and a column from 1 to {columns}",
    "rule-count": "{expected} entries, as the sizes tell",
    "rule-order": "entries by column, and by row within one",
    "rule-twice": "one entry a place",
    "rule-zero": "no entries of 0",
    "rule-barcodes": "a barcode for each of the {expected} columns",
    "rule-features": "a feature for each of the {expected} rows",
    "rule-fields":
      "{expected} {expected|field|fields} with tabs between them, as in the first line: id and name of genes, and of features their type",
    "rule-name": "a name in each line",
    "rule-name-twice": "each name once",
    "rule-barcode-letters": "letters of bases, and the number of a library (-1)",
    "rule-type": "a type of feature that Cell Ranger writes",
  },
  ru: {
    title: "10x Genomics (matrix, barcodes, features)",
    "why-three": "Матрица ({matrix}) с именами столбцов ({barcodes}) и строк ({features}).",
    "why-samples": "Матриц с именами столбцов и строк: {count}, по одной на образец.",
    "no-parts": "В {name} нет одного из трёх файлов: matrix.mtx, barcodes.tsv, features.tsv (или genes.tsv). Дайте их вместе.",
    "lengths-differ":
      "В {features} имён {featureNames}, в {barcodes} — {barcodeNames}, а в матрице строк {rows}, столбцов {columns}. Из одного ли запуска файлы? Возьмите их из одной папки; строку над именами, которая не имя, удалите.",
    turned: "В матрице по строке на штрихкод: она прочитана повёрнутой, так следует из числа имён.",
    square: "В матрице строк столько же, сколько столбцов, имена сторон не различают; признаками считаются строки.",
    "header-line": "Первая строка {file} называет столбцы, это не имя.",
    "types-several": "Признаки разных типов ({types}); в матрице все, их различает feature_type.",
    "features-borrowed":
      "У {sample} нет своих признаков. Взяты признаки из {file}, их столько же; если референс был другой, числа стоят не у тех генов. Дайте его собственный файл.",
    "left-alone": "Не прочитано: {files}. Таблица со сведениями о штрихкодах загружается отдельно и даётся как таблица образцов.",
    "log-read": "Штрихкодов {cells}, признаков {features}, ненулевых чисел {entries} ({share} %).",
    "rule-header": "строка «%%MatrixMarket matrix coordinate integer general» и размеры",
    "rule-entry": "строка, столбец и целое число не меньше 0",
    "rule-outside": "строка от 1 до {rows} и столбец от 1 до {columns}",
    "rule-count": "записей {expected}, как сказано в размерах",
    "rule-order": "записи по столбцам, внутри столбца по строкам",
    "rule-twice": "одна запись на место",
    "rule-zero": "нет записей с 0",
    "rule-barcodes": "штрихкод для каждого из столбцов ({expected})",
    "rule-features": "признак для каждой из строк ({expected})",
    "rule-fields": "полей через табуляцию: {expected}, как в первой строке: id и имя гена, у признаков ещё тип",
    "rule-name": "имя в каждой строке",
    "rule-name-twice": "каждое имя один раз",
    "rule-barcode-letters": "буквы оснований и номер библиотеки (-1)",
    "rule-type": "тип признака, какой пишет Cell Ranger",
  },
});

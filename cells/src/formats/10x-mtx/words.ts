// What is said of the format 10x-mtx. What is said of the lines of its matrix: parts/matrix-market/words.ts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-10x-mtx", {
  en: {
    title: "10x Genomics (matrix, barcodes, features)",
    "why-three": "A matrix ({matrix}) with the names of its columns ({barcodes}) and of its rows ({features}).",
    "no-parts": "{name} lacks one of the three files: matrix.mtx, barcodes.tsv, features.tsv (or genes.tsv). Drop them together.",
    "lengths-differ":
      "{features} holds {featureNames} names and {barcodes} holds {barcodeNames}, but the matrix has {rows} rows and {columns} columns. The three files are not of one run: take them from the same folder.",
    turned: "The matrix holds a row for each barcode: it is read turned on its side, as the numbers of names tell.",
    square: "The matrix has as many rows as columns, so the names do not tell its sides apart; features are taken to be rows.",
    "header-line": "The first line of {file} names its columns and is no name.",
    "types-several": "Features are of several types ({types}); all are in the matrix, and feature_type tells them apart.",
    "left-alone": "Not read: {files}. A sheet that describes barcodes is loaded by itself and given as the sample sheet.",
    "log-read": "{cells} barcodes, {features} features, {entries} numbers that are not zero ({share} %).",
  },
  ru: {
    title: "10x Genomics (matrix, barcodes, features)",
    "why-three": "Матрица ({matrix}) с именами столбцов ({barcodes}) и строк ({features}).",
    "no-parts": "В {name} нет одного из трёх файлов: matrix.mtx, barcodes.tsv, features.tsv (или genes.tsv). Дайте их вместе.",
    "lengths-differ":
      "В {features} имён {featureNames}, в {barcodes} — {barcodeNames}, а в матрице строк {rows}, столбцов {columns}. Файлы из разных запусков: возьмите их из одной папки.",
    turned: "В матрице по строке на штрихкод: она прочитана повёрнутой, так следует из числа имён.",
    square: "В матрице строк столько же, сколько столбцов, имена сторон не различают; признаками считаются строки.",
    "header-line": "Первая строка {file} называет столбцы, это не имя.",
    "types-several": "Признаки разных типов ({types}); в матрице все, их различает feature_type.",
    "left-alone": "Не прочитано: {files}. Таблица со сведениями о штрихкодах загружается отдельно и даётся как таблица образцов.",
    "log-read": "Штрихкодов {cells}, признаков {features}, ненулевых чисел {entries} ({share} %).",
  },
});

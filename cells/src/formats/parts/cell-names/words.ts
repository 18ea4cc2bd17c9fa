// What is said of the names of a matrix of cells that came without it.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("cell-names", {
  en: {
    "with-barcodes":
      "These are the barcodes of the cells of a matrix, one a line, and no numbers. Drop them with their matrix.mtx and features.tsv (or genes.tsv), or the folder: the three are one matrix.",
    "with-features":
      "These are the features of a matrix of cells, one a line, and no numbers. Drop them with their matrix.mtx and barcodes.tsv, or the folder: the three are one matrix.",
    "with-genes":
      "These are ids and symbols of genes. If they are the genes.tsv of a matrix of cells, drop them with their matrix.mtx and barcodes.tsv, or the folder: the three are one matrix.",
    "fields-differ":
      "Line {line} of {name} has {found} {found|field|fields} where the first has {expected}. Was it cut or edited? Copy it again.",
  },
  ru: {
    "with-barcodes":
      "Это штрихкоды клеток матрицы, по одному в строке, чисел в файле нет. Дайте их вместе с matrix.mtx и features.tsv (или genes.tsv) либо всю папку: три файла — одна матрица.",
    "with-features":
      "Это признаки матрицы клеток, по одному в строке, чисел в файле нет. Дайте их вместе с matrix.mtx и barcodes.tsv либо всю папку: три файла — одна матрица.",
    "with-genes":
      "Это идентификаторы и символы генов. Если это genes.tsv матрицы клеток, дайте его вместе с matrix.mtx и barcodes.tsv либо всю папку: три файла — одна матрица.",
    "fields-differ":
      "В строке {line} файла {name} полей {found}, а в первой — {expected}. Файл обрезан или изменён? Скопируйте его заново.",
  },
});

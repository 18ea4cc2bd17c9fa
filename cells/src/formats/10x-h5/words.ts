// What is said of the format 10x-h5.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-10x-h5", {
  en: {
    title: "10x Genomics (.h5)",
    "why-samples": "{count} matrices of 10x Genomics in HDF5, a sample each.",
    "no-genome": "{name} has no genome {layer}. It has: {available}. Choose one of them.",
    genomes: "The file holds a matrix for each of {count} genomes ({genomes}); {taken} is read. Choose another as the values.",
    "types-several": "Features are of several types ({types}); all are in the matrix, and feature_type tells them apart.",
    "log-read": "{cells} barcodes, {features} features, {entries} numbers that are not zero ({share} %).",
  },
  ru: {
    title: "10x Genomics (.h5)",
    "why-samples": "Матриц 10x Genomics в HDF5: {count}, по одной на образец.",
    "no-genome": "В {name} нет генома {layer}. Есть: {available}. Выберите один из них.",
    genomes: "В файле по матрице на каждый геном ({count}: {genomes}); прочитан {taken}. Другой можно выбрать как значения.",
    "types-several": "Признаки разных типов ({types}); в матрице все, их различает feature_type.",
    "log-read": "Штрихкодов {cells}, признаков {features}, ненулевых чисел {entries} ({share} %).",
  },
});

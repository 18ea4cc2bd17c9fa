// What is said of the format loom.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-loom", {
  en: {
    title: "Loom",
    "no-layer": "{name} has no matrix {layer}. It has: {available}. Choose one of them.",
    nameless: "{name} has no {what} of one name each ({looked}): they are numbered.",
    "layers-other": "The values are the main matrix; the file holds further ones as well: {others}. They are layers.",
    "attribute-left": "{columns} of {what} {count|is|are} no list of one value each, or wider than {most}, and left out.",
    "log-read": "{features} features, {cells} cells, {share} % of the numbers are not zero.",
  },
  ru: {
    title: "Loom",
    "no-layer": "В {name} нет матрицы {layer}. Есть: {available}. Выберите одну из них.",
    nameless: "В {name} нет {what} с уникальными именами (искали {looked}): они пронумерованы.",
    "layers-other": "Значения — основная матрица; в файле есть и другие: {others}. Они стали слоями.",
    "attribute-left": "{columns} в {what} {count|хранится|хранятся|хранятся} не по одному значению или шире {most}, не взято.",
    "log-read": "Признаков {features}, клеток {cells}, ненулевых чисел {share} %.",
  },
});

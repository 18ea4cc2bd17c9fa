// What is said of samples whose matrices of cells become one.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("cell-samples", {
  en: {
    "features-shared":
      "The {samples} samples do not hold the same features: the {shared} (of {most}) that are in all of them are kept. {sample} alone has {count} others ({first}). Were they counted with different references? Count them with one, or read a sample by itself.",
    "features-unlike":
      "The {samples} samples hardly share features: {shared} of {most} are in all of them; {sample} has {count} others ({first}). They are of two genomes, or are called in two ways (symbols, Ensembl): count them with one reference, or read a sample by itself.",
    "described-differ":
      "{count} {count|feature is|features are} called otherwise in another sample ({first}): what stands here is what the first of them says. They are joined by their ids.",
    "cells-differ": "What the files of barcodes say of cells behind their names is not the same in all samples, and is left out.",
    "files-left": "Not read: {files}.",
    "log-samples": "Samples: {samples}. Cells are called after sample and barcode.",
  },
  ru: {
    "features-shared":
      "Признаки в образцах ({samples}) не одни и те же: оставлены {shared} из {most}, которые есть во всех. Только в {sample} есть ещё {count} ({first}). Считали с разными референсами? Посчитайте с одним или читайте образец отдельно.",
    "features-unlike":
      "У образцов ({samples}) почти нет общих признаков: во всех есть {shared} из {most}; в {sample} другие — {count} ({first}). Геномы разные или имена разные (символы, Ensembl): посчитайте с одним референсом или читайте образец отдельно.",
    "described-differ":
      "В другом образце иначе названы признаки: {count} ({first}); здесь стоит то, что говорит первый. Соединены они по идентификаторам.",
    "cells-differ": "Сведения о клетках за штрихкодами не во всех образцах одни и те же и не взяты.",
    "files-left": "Не прочитано: {files}.",
    "log-samples": "Образцы: {samples}. Клетки названы по образцу и штрихкоду.",
  },
});

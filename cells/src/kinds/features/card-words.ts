// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-features", {
  en: {
    title: "Features",
    features: "Features of the store",
    "features-line": "Columns of several views for a list of samples or patients, as they were known then",
    "features-words": "feature store view join entities point in time as of lookup enrich training set leakage",
    "needs-views": "Choose a view, and the column that names its entities.",
    "needs-entity": "Choose the column of the table that names the entities.",
  },
  ru: {
    title: "Признаки",
    features: "Признаки из хранилища",
    "features-line": "Столбцы нескольких представлений для списка образцов или пациентов, какими они были известны тогда",
    "features-words": "хранилище признаков представление соединить сущности на момент времени утечка обучение",
    "needs-views": "Выберите представление и столбец, который называет его сущности.",
    "needs-entity": "Выберите столбец таблицы, который называет сущности.",
  },
});

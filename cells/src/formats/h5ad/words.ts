// What is said of the format h5ad.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-h5ad", {
  en: {
    title: "AnnData (.h5ad)",
    "too-old":
      "{name} was written by anndata before 0.7 ({what} is one table of records). Read it with a current anndata and write it again: anndata.read_h5ad(…).write_h5ad(…).",
    "encoding-unread":
      "{what} of {name} is kept as {encoding}, which is not read as a matrix. Write it as csr_matrix, csc_matrix or array.",
    "no-matrix": "The file holds no matrix, neither X nor a layer: what is said of its cells is read, as a table.",
    "no-layer": "{name} has no matrix {layer}. It has: {available}. Choose one of them.",
    "no-index": "{what} of {name} has no column of names (_index). Write the file again with a current anndata.",
    "layers-other":
      "The values are {taken}; the file holds further matrices as well: {others}. They are layers; choose another as the values if it is the one that you mean.",
    "counts-in-layer": "X holds no counts; {layer} of the file does. Choose it as the values where counts are needed.",
    "raw-there":
      "The file keeps {features} features as they were before a selection (raw). Choose raw as the values to have them.",
    "raw-alone": "Layers belong to X and its {features} features: beside raw they are left out.",
    "column-left":
      "{columns} of {what} {count|is|are} kept in a way that is not read (no column of one value a row) and left out.",
    "embedding-cut": "{what} has {columns} columns; the first {kept} are taken.",
    "embedding-left": "{what} {count|is|are} no plain table of numbers and left out.",
    "not-taken": "Not taken over: {parts} (graphs, loadings, colours and settings).",
    "log-read": "{cells} cells or samples, {features} features; X is {layout}, {share} % of it are not zero.",
    log1p: "The file says (uns/log1p) that X was logarithmed: {scale}.",
    "rule-root": "the root says that it is anndata (encoding-type)",
    "rule-annotation": "obs and var as dataframes with a column of names (_index)",
    "rule-records":
      "a group with an array for each column: anndata wrote records before 0.7; reading and writing it once mends it",
    "rule-names": "each name once",
    "rule-column": "columns as long as the names",
    "rule-column-order": "a column for each name in column-order",
    "rule-mask": "values with a mask of those that are missing",
    "rule-categories": "codes from -1 to one less than the categories",
    "rule-encoding": "an encoding that readers know (encoding-type)",
    "rule-shape": "{expected}",
    "rule-pointers": "indptr from 0, never falling, to the number of entries",
    "rule-indices": "indices from 0 to {most}",
    "rule-order": "indices that rise within a row",
    "rule-twice": "one entry a place",
    "rule-finite": "finite numbers",
  },
  ru: {
    title: "AnnData (.h5ad)",
    "too-old":
      "{name} записан anndata до 0.7 ({what} — таблица записей). Прочитайте его новой anndata и запишите снова: anndata.read_h5ad(…).write_h5ad(…).",
    "encoding-unread":
      "{what} в {name} хранится как {encoding}, матрицей это не читается. Запишите как csr_matrix, csc_matrix или array.",
    "no-matrix": "В файле нет матрицы, ни X, ни слоя: прочитано описание клеток, таблицей.",
    "no-layer": "В {name} нет матрицы {layer}. Есть: {available}. Выберите одну из них.",
    "no-index": "У {what} в {name} нет столбца имён (_index). Запишите файл заново новой anndata.",
    "layers-other":
      "Значения — {taken}; в файле есть и другие матрицы: {others}. Они стали слоями; если нужна другая, выберите её как значения.",
    "counts-in-layer": "В X не счётчики, они в {layer}. Выберите его как значения там, где нужны счётчики.",
    "raw-there": "В файле сохранено {features} признаков до отбора (raw). Чтобы взять их, выберите raw как значения.",
    "raw-alone": "Слои относятся к X и его {features} признакам: рядом с raw они не взяты.",
    "column-left":
      "{columns} в {what} {count|хранится|хранятся|хранятся} так, что не читается (не одно значение на строку), и не взято.",
    "embedding-cut": "В {what} {columns} столбцов; взяты первые {kept}.",
    "embedding-left": "{what} — не {count|простая таблица|простые таблицы|простые таблицы} чисел, не взято.",
    "not-taken": "Не взято: {parts} (графы, нагрузки, цвета и настройки).",
    "log-read": "Клеток или образцов {cells}, признаков {features}; X — {layout}, ненулевых {share} %.",
    log1p: "По файлу (uns/log1p) от X взят логарифм: {scale}.",
    "rule-root": "корень говорит, что это anndata (encoding-type)",
    "rule-annotation": "obs и var — таблицы со столбцом имён (_index)",
    "rule-records": "группа с массивом на каждый столбец: записи писала anndata до 0.7; прочитайте и запишите файл ею заново",
    "rule-names": "каждое имя один раз",
    "rule-column": "столбцы той же длины, что имена",
    "rule-column-order": "столбец для каждого имени в column-order",
    "rule-mask": "значения с маской пропусков (mask)",
    "rule-categories": "коды от -1 до числа категорий без одной",
    "rule-encoding": "известная кодировка (encoding-type)",
    "rule-shape": "{expected}",
    "rule-pointers": "indptr с 0, не убывает, до числа записей",
    "rule-indices": "indices от 0 до {most}",
    "rule-order": "indices внутри строки по возрастанию",
    "rule-twice": "одна запись на место",
    "rule-finite": "конечные числа",
  },
});

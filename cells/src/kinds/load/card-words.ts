// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-load", {
  en: {
    title: "Load",
    load: "Load file",
    "load-line": "CSV, TSV, Excel, Parquet, from your computer",
    "load-words": "open read import upload csv tsv excel xlsx parquet data counts matrix file",
    paste: "Paste table",
    "paste-line": "Cells copied from a spreadsheet",
    "paste-words": "clipboard spreadsheet type in",
    "needs-file": "Choose a file, or drop one here.",
  },
  ru: {
    title: "Загрузка",
    load: "Загрузить файл",
    "load-line": "CSV, TSV, Excel, Parquet с компьютера",
    "load-words": "открыть читать импорт загрузка данные прочтения счёты матрица файл",
    paste: "Вставить таблицу",
    "paste-line": "Ячейки, скопированные из таблицы",
    "paste-words": "буфер обмена ввести",
    "needs-file": "Выберите файл или перетащите его сюда.",
  },
});

// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-query", {
  en: {
    title: "SQL",
    sql: "SQL",
    "sql-line": "A query over the tables of this notebook",
    "sql-words": "query select duckdb database code",
    "needs-sql": "Write a query.",
  },
  ru: {
    title: "SQL",
    sql: "SQL",
    "sql-line": "Запрос к таблицам блокнота",
    "sql-words": "запрос база данных код",
    "needs-sql": "Напишите запрос.",
  },
});

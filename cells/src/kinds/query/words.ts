// Sentences of queries: what a SQL cell does, and why DuckDB or the gate before it refused.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("query", {
  en: {
    "words-empty": "an empty query",
    "words-tables": "asks {tables}",
    "words-none": "asks no cell",
    "no-engine": "This kernel has no SQL engine. Run genomecraft doctor there to see why.",
    empty: "There is no query yet. Write for instance: select * from counts limit 10",
    several: "There are {count} statements here; a cell runs one. Put each into a cell of its own.",
    "not-select": "A query cell only reads: write a SELECT. To change data, chain cells instead.",
    pivot: "PIVOT cannot be checked before it runs. Use the pivot step of a transform cell instead.",
    syntax: "The query cannot be read at “{found}”. Look at what stands there and before it.",
    "syntax-end": "The query stops too early. Complete it.",
    "table-missing": "There is no table {table} here. There are: {available}.",
    "table-none": "There is no table {table}: a query reads cells by their names, for instance select * from counts.",
    "table-near": "There is no table {table} here. Near: {near}.",
    "column-missing": "There is no column {column}. There are: {available}.",
    "column-near": "There is no column {column}. Near: {near}.",
    "columns-by-case":
      "{table} has the columns {columns}, which are one name for SQL. Rename one of them in a transform cell, and query that.",
    "function-missing": "There is no function {name}.",
    "function-near": "There is no function {name}. Near: {near}.",
    "function-types": "{call}: the function does not take values of these types. Convert them first, for instance with ::double.",
    "function-denied":
      "{name} answers differently each time or tells of the machine, so that a result could not be repeated. Take it out, or use a parameter cell.",
    "table-function":
      "{name}(…) may not be read from: queries see the notebook's cells only. Load the file in a load cell and name that.",
    "sample-unseeded":
      "A sample needs a seed, so that it can be repeated: write for instance USING SAMPLE 100 ROWS (reservoir, 42).",
    "parameter-missing": "A parameter of the query has no value: {detail}.",
    "parameter-type":
      "${name} is not a value that a query can use: the cell answers a {type}. Read it with FROM, or name a parameter cell.",
    "not-a-table": "{name} answers a {type}, and a query reads tables and matrices. Name another cell.",
    "too-many-rows": "The query answers more than {limit} rows. Add a condition or a LIMIT.",
    "out-of-memory": "The query needed more memory than it may take. Read fewer rows, or check the recursion or the join.",
    "number-large": "{found} is larger than a number can be (1.8e308 at most). For an infinite value write 'infinity'::double.",
    "number-rounded":
      "{found} has more digits than SQL keeps (38 of a decimal, 2^128 − 1 as a whole number): it would compute with {kept}. Write {kept} if that will do, or fewer digits.",
    "recursion-endless":
      "The recursion was not over after {seconds} seconds. Give it a condition that ends it, for instance WHERE n < 100.",
    "not-parquet": "This is not a Parquet file that can be read: {detail}. Write the file again.",
    failed: "The query could not be run: {detail}.",
  },
  ru: {
    "words-empty": "пустой запрос",
    "words-tables": "запрос к {tables}",
    "words-none": "запрос без ячеек",
    "no-engine": "На этом сервере нет движка SQL. Запустите там genomecraft doctor, чтобы узнать причину.",
    empty: "Запроса пока нет. Напишите, например: select * from counts limit 10",
    several: "Здесь {count} {count|команда|команды|команд}, а ячейка выполняет одну. Разнесите их по разным ячейкам.",
    "not-select": "Ячейка запроса только читает: напишите SELECT. Чтобы менять данные, стройте цепочку ячеек.",
    pivot: "PIVOT нельзя проверить до выполнения. Возьмите шаг «pivot» в ячейке преобразования.",
    syntax: "Запрос не удаётся прочитать на «{found}». Проверьте, что стоит там и перед этим.",
    "syntax-end": "Запрос обрывается. Допишите его.",
    "table-missing": "Таблицы {table} здесь нет. Есть: {available}.",
    "table-none": "Таблицы {table} нет: запрос читает ячейки по именам, например select * from counts.",
    "table-near": "Таблицы {table} здесь нет. Похоже на: {near}.",
    "column-missing": "Столбца {column} нет. Есть: {available}.",
    "column-near": "Столбца {column} нет. Похоже на: {near}.",
    "columns-by-case":
      "В {table} есть столбцы {columns}, для SQL это одно имя. Переименуйте один из них в ячейке преобразования и запрашивайте её.",
    "function-missing": "Функции {name} нет.",
    "function-near": "Функции {name} нет. Похоже на: {near}.",
    "function-types": "{call}: функция не принимает значения таких типов. Сначала преобразуйте их, например через ::double.",
    "function-denied":
      "{name} каждый раз отвечает по-разному или рассказывает о машине, результат нельзя было бы повторить. Уберите её или возьмите ячейку-параметр.",
    "table-function":
      "Из {name}(…) читать нельзя: запросу видны только ячейки блокнота. Загрузите файл ячейкой загрузки и назовите её.",
    "sample-unseeded": "Выборке нужно зерно, чтобы её можно было повторить: например, USING SAMPLE 100 ROWS (reservoir, 42).",
    "parameter-missing": "У параметра запроса нет значения: {detail}.",
    "parameter-type":
      "${name} нельзя подставить в запрос: ячейка даёт {type}. Читайте её через FROM или назовите ячейку-параметр.",
    "not-a-table": "{name} даёт {type}, а запрос читает таблицы и матрицы. Назовите другую ячейку.",
    "too-many-rows": "Запрос даёт больше {limit} строк. Добавьте условие или LIMIT.",
    "out-of-memory": "Запросу не хватило отведённой памяти. Читайте меньше строк или проверьте рекурсию и соединение.",
    "number-large": "{found} больше, чем может быть число (не более 1.8e308). Для бесконечности напишите 'infinity'::double.",
    "number-rounded":
      "В {found} больше цифр, чем хранит SQL (38 у десятичной дроби, 2^128 − 1 у целого): он стал бы считать с {kept}. Напишите {kept}, если этого достаточно, или укоротите число.",
    "recursion-endless":
      "Рекурсия не закончилась за {seconds} с. Добавьте условие, при котором она кончится, например WHERE n < 100.",
    "not-parquet": "Это не файл Parquet, который можно прочитать: {detail}. Запишите файл заново.",
    failed: "Запрос не удалось выполнить: {detail}.",
  },
});

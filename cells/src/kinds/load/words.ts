// What is said of a matrix and its sample sheet when they are loaded, and of the settings for them.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("load-cell", {
  en: {
    "samples-several":
      "{first} and {second} of the sample sheet both hold names of samples of {name} ({matched} and {others} of {of}), and give them other rows. Choose the column with the names of its rows.",
    "samples-repeated":
      "{sample} stands in rows {rows} of the sample sheet (column {column}), so it is not known which of them describes it. Keep one row per sample, or choose another column.",
    "annotations-no-column":
      "{name} has no column {column}, which is set as one that describes the rows. It has: {available}. Choose among them.",
    "samples-no-column": "The sample sheet has no column {column}. It has: {available}. Choose one of them.",
    "samples-instead":
      "{column} of the sample sheet matches {matched} of {of}, too, and would give other rows; {taken} was taken. If {column} is the right one, choose it as the column of the sheet.",
    "sample-not-numbers":
      "{column} of {name} is a sample of the sheet, and holds text: {value} in line {line}. A matrix takes numbers. Correct the column, or leave the sample out of the sheet.",
    "samples-unused": "The sample sheet changes nothing: the file is read as a table, as chosen.",
    "samples-alike":
      "{count} of {of} names of samples differ from those of the sample sheet only by R's make.names, case, blanks or .0 behind a whole number, and are taken for the same: {pairs}. If they are others, choose in the load cell that names are compared letter for letter.",
    "sample-names": "names of samples",
    "sample-names-alike": "also as R writes them",
    "sample-names-exact": "letter for letter",
    "samples-by": "by its column",
    "samples-by-found": "found",
    skip: "lines above the table",
    "header-rows": "rows of names",
    "row-names": "names of rows",
    "row-names-true": "first column, without a name",
    "row-names-false": "none",
    quotes: "quotes",
    "quotes-double": "around a field",
    "quotes-none": "letters of the text",
    decimal: "decimal mark",
    thousands: "between thousands",
    "mark-none": "nothing",
    "mark-point": "a point",
    "mark-comma": "a comma",
    "mark-blank": "a blank",
    "mark-apostrophe": "an apostrophe",
    missing: "words for missing cells",
    merged: "merged cells",
    "merged-first": "value in the first",
    "merged-fill": "value in each",
    encoding: "encoding",
    annotations: "columns such as length",
    "annotations-apart": "describe the rows (found)",
    "annotations-named": "describe the rows (named)",
    "annotations-names": "their names",
    "annotations-samples": "are samples",
    "summary-rows": "rows such as __no_feature",
    "summary-rows-leave-out": "leave out",
    "summary-rows-keep": "keep",
  },
  ru: {
    "samples-several":
      "И в {first}, и в {second} таблицы образцов есть имена образцов из {name} ({matched} и {others} из {of}), а строки они дают разные. Выберите столбец, в котором имена её строк.",
    "samples-repeated":
      "{sample} стоит в строках {rows} таблицы образцов (столбец {column}), и неясно, какая из них его описывает. Оставьте по строке на образец или выберите другой столбец.",
    "annotations-no-column":
      "В {name} нет столбца {column}, который задан как описывающий строки. Есть: {available}. Выберите среди них.",
    "samples-no-column": "В таблице образцов нет столбца {column}. Есть: {available}. Выберите один из них.",
    "samples-instead":
      "{column} таблицы образцов тоже совпадает ({matched} из {of}), но дал бы другие строки; взят {taken}. Если верен {column}, выберите его как столбец таблицы.",
    "sample-not-numbers":
      "{column} из {name} есть среди образцов таблицы, но в этом столбце текст: {value} в строке {line}. В матрице могут быть только числа. Исправьте столбец или уберите этот образец из таблицы.",
    "samples-unused": "Таблица образцов ничего не меняет: файл читается как таблица, так выбрано.",
    "samples-alike":
      "У {count} из {of} образцов имя отличается от имени в таблице образцов только тем, как его пишет R (make.names), регистром, пробелами или .0 после целого числа; они сочтены одинаковыми: {pairs}. Если это разные образцы, выберите в ячейке загрузки сравнение буква в букву.",
    "sample-names": "имена образцов",
    "sample-names-alike": "и так, как их пишет R",
    "sample-names-exact": "буква в букву",
    "samples-by": "по её столбцу",
    "samples-by-found": "найденному",
    skip: "строк над таблицей",
    "header-rows": "строк с именами",
    "row-names": "имена строк",
    "row-names-true": "в первом столбце, без имени",
    "row-names-false": "нет",
    quotes: "кавычки",
    "quotes-double": "вокруг поля",
    "quotes-none": "часть текста",
    decimal: "десятичный знак",
    thousands: "между тысячами",
    "mark-none": "ничего",
    "mark-point": "точка",
    "mark-comma": "запятая",
    "mark-blank": "пробел",
    "mark-apostrophe": "апостроф",
    missing: "слова для пропусков",
    merged: "объединённые ячейки",
    "merged-first": "значение в первой",
    "merged-fill": "значение в каждой",
    encoding: "кодировка",
    annotations: "столбцы вроде length",
    "annotations-apart": "описывают строки (найденные)",
    "annotations-named": "описывают строки (названные)",
    "annotations-names": "их имена",
    "annotations-samples": "образцы",
    "summary-rows": "строки вроде __no_feature",
    "summary-rows-leave-out": "не брать",
    "summary-rows-keep": "оставить",
  },
});

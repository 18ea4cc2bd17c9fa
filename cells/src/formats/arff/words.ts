// What is said of the format arff.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-arff", {
  en: {
    title: "ARFF (Weka)",
    "why-relation": "It says @relation (“{relation}”) and @attribute, as Weka writes.",
    attribute:
      "Line {line} of {name} names no attribute with its type (“{found}”). It is “@attribute name numeric”, or {a, b}, string, date.",
    kind: "Line {line} of {name} gives {column} the type “{found}”, which ARFF does not have: numeric, real, integer, string, date or {a, b}.",
    relational:
      "Line {line} of {name}: {column} is relational, a table in each cell, which is not read. Flatten it in Weka (MultiInstanceToPropositional), and save it again.",
    "level-twice": "Line {line} of {name} lists the value “{level}” of {column} twice.",
    "no-attributes":
      "Line {line} of {name}: the data begin, and no attribute was named above them. Was the beginning cut? Copy it again.",
    "no-data": "{name} ends in line {line} without @data: it was cut short. Copy or export it again.",
    header: "Line {line} of {name} is none of @relation, @attribute, @data or a comment (“{found}”). Was the file edited?",
    "fields-differ":
      "Line {line} of {name} has {found} {found|value|values} where {expected} {expected|attribute is|attributes are} named. Was it cut, or is a text with a comma or a blank not in quotes?",
    "field-empty": "Line {line} of {name}: value {place} is empty. ARFF writes ? for what is missing.",
    "quote-open":
      "Line {line} of {name} begins a quote that does not end ({found}). A quote within a text is written \\' or \\\".",
    "quote-behind":
      "Line {line} of {name}: behind “{found}” in quotes stands something before the comma. A quote within a text is written \\' or \\\".",
    "brace-open": "Line {line} of {name} has no closing brace ({found}). Was it cut?",
    "row-behind": "Line {line} of {name} has “{found}” behind its values, which is no weight in braces.",
    "sparse-pair": "Line {line} of {name}: pair {place} of the sparse row is none of a number of a column and a value ({found}).",
    "sparse-place":
      "Line {line} of {name} names column {found} of a sparse row; numbers go up, from 0 to one less than the {columns} columns.",
    "no-number":
      "Line {line} of {name} holds “{found}” under {column}, which is numeric. Correct it, or write ? for what is missing.",
    "no-level":
      "Line {line} of {name} holds “{found}” under {column}, whose values are {levels}. Correct it, or add it to the attribute.",
    "no-date": "Line {line} of {name} holds “{found}” under {column}, which is no date of the form {format}.",
    "date-as-text": "{column} has dates of the form {format}, which are not understood: they stay texts as they are written.",
    "sparse-left-out":
      "{column} is left out of {count} sparse {count|row|rows}: of texts and dates nobody knows what that means, and they are missing. (Weka takes the first text that it met.)",
    "levels-unused": "{column} may also be {levels}, which no row has.",
    weights: "The weights of the rows stand in the column {column}.",
  },
  ru: {
    title: "ARFF (Weka)",
    "why-relation": "В файле есть @relation («{relation}») и @attribute, как пишет Weka.",
    attribute:
      "Строка {line} файла {name} не называет атрибут с типом («{found}»). Нужно «@attribute имя numeric» или {a, b}, string, date.",
    kind: "Строка {line} файла {name} даёт {column} тип «{found}», какого в ARFF нет: numeric, real, integer, string, date или {a, b}.",
    relational:
      "Строка {line} файла {name}: {column} — relational, таблица в каждой ячейке; такое не читается. Разверните в Weka (MultiInstanceToPropositional) и сохраните снова.",
    "level-twice": "В строке {line} файла {name} значение «{level}» у {column} названо дважды.",
    "no-attributes":
      "Строка {line} файла {name}: начинаются данные, а атрибуты выше не названы. Начало обрезано? Скопируйте файл заново.",
    "no-data": "{name} кончается на строке {line} без @data: файл обрезан. Скопируйте или экспортируйте его заново.",
    header: "Строка {line} файла {name} — не @relation, не @attribute, не @data и не комментарий («{found}»). Файл правили?",
    "fields-differ":
      "В строке {line} файла {name} значений {found}, а атрибутов {expected}. Строка обрезана, или текст с запятой или пробелом не в кавычках?",
    "field-empty": "Строка {line} файла {name}: значение {place} пустое. В ARFF пропуск пишут как ?.",
    "quote-open": "В строке {line} файла {name} кавычка не закрыта ({found}). Кавычка внутри текста пишется \\' или \\\".",
    "quote-behind":
      "Строка {line} файла {name}: за «{found}» в кавычках до запятой стоит что-то ещё. Кавычка внутри текста пишется \\' или \\\".",
    "brace-open": "В строке {line} файла {name} нет закрывающей скобки ({found}). Строка обрезана?",
    "row-behind": "В строке {line} файла {name} за значениями стоит «{found}» — это не вес в скобках.",
    "sparse-pair": "Строка {line} файла {name}: пара {place} разреженной строки — не номер столбца и значение ({found}).",
    "sparse-place":
      "Строка {line} файла {name} называет столбец {found} разреженной строки; номера растут от 0, столбцов {columns}.",
    "no-number":
      "В строке {line} файла {name}, столбец {column} (numeric), стоит «{found}». Исправьте или поставьте ?, если значения нет.",
    "no-level":
      "В строке {line} файла {name}, столбец {column}, стоит «{found}», а его значения: {levels}. Исправьте или добавьте в атрибут.",
    "no-date": "В строке {line} файла {name}, столбец {column}, стоит «{found}» — не дата вида {format}.",
    "date-as-text": "В {column} даты вида {format}, который не понят: они остались текстом, как записаны.",
    "sparse-left-out":
      "{column} пропущен в разреженных строках: {count}. Что это значит для текста и даты, неизвестно, значения пропущены. (Weka берёт первый встреченный текст.)",
    "levels-unused": "{column} может быть и {levels}, но таких строк нет.",
    weights: "Веса строк стоят в столбце {column}.",
  },
});

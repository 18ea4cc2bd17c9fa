// What is said of the format json.

import { defineWords } from "../../messages/define-words.ts";

const whatToDo = {
  en: "Read as tables are a list of objects, an object of lists of one length, and what pandas' to_json writes. Take the part that is the table out of it (jq), or write it as CSV.",
  ru: "Как таблица читаются список объектов, объект из списков одной длины и то, что пишет to_json из pandas. Выделите из файла ту часть, которая является таблицей (jq), или запишите её как CSV.",
};

export const words = defineWords("format-json", {
  en: {
    title: "JSON",
    broken:
      "{name} is no valid JSON (line {line}: {detail}). If it was cut short, copy or download it again; if each line is an object of its own, its ending is .jsonl.",
    "broken-somewhere":
      "{name} is no valid JSON ({detail}). If it was cut short, copy or download it again; if each line is an object of its own, its ending is .jsonl.",
    nested: "{name} nests deeper than {most} levels, which is more than is read. Take out what nests so, or flatten it.",
    "key-twice":
      "{name} names {key} twice in one object: two values, of which only one can be kept. Give each a name of its own.",
    "no-table-object": `{name} is JSON and holds no table: an object of {keys}. ${whatToDo.en}`,
    "no-table-lists": `{name} is JSON and holds no table: lists of other things than objects, lists or values of one kind. ${whatToDo.en}`,
    "no-table-value": `{name} is JSON and holds no table: a single value. ${whatToDo.en}`,
    "no-table-empty": `{name} is JSON and holds no table: nothing. ${whatToDo.en}`,
    "no-table-tables": `{name} is JSON and holds no table: several lists of objects ({keys}). ${whatToDo.en}`,
    "lengths-differ":
      "The lists of {name} are of different lengths: {first} has {expected}, {other} has {found}. A table has as many values in each column.",
    "row-length": "List {row} of {name} has {found} values where the first has {expected}. A table has as many in each row.",
    wrapped: "The table is what stands under {key}; {others} {count|is|are} left out.",
    "wrapped-alone": "The table is what stands under {key}.",
    rows: "Each name ({example}) is read as a row with its values by column (the first column, index, has the names). If they are columns, turn the table on its side in a step.",
    columns:
      "Each name ({example}) is read as a column with its values by row (the first column, index, has the names of the rows). If they are rows, turn the table on its side in a step.",
    flattened: "{columns} {count|holds objects|hold objects}: each of their fields is a column of its own ({made}).",
    "kept-json":
      "{columns} {count|holds lists or nested values, which are kept|hold lists or nested values, which are kept} as JSON.",
    names: "The first list is read as the names of the columns.",
    "no-names": "The lists have no names: the columns are counted.",
    "by-number": "Names that are whole numbers are in the order of their size: JSON keeps no other.",
  },
  ru: {
    title: "JSON",
    broken:
      "{name} — не JSON (строка {line}: {detail}). Если файл обрезан, скопируйте или скачайте его заново; если каждая строка — свой объект, его окончание — .jsonl.",
    "broken-somewhere":
      "{name} — не JSON ({detail}). Если файл обрезан, скопируйте или скачайте его заново; если каждая строка — свой объект, его окончание — .jsonl.",
    nested:
      "В {name} больше {most} уровней вложенности, столько не читается. Уберите то, что так вложено, или сделайте его плоским.",
    "key-twice":
      "{name} дважды называет {key} в одном объекте: из двух значений можно оставить лишь одно. Дайте каждому своё имя.",
    "no-table-object": `{name} — JSON, но таблицы в нём нет: объект из {keys}. ${whatToDo.ru}`,
    "no-table-lists": `{name} — JSON, но таблицы в нём нет: списки не из объектов, не из списков и не из значений одного рода. ${whatToDo.ru}`,
    "no-table-value": `{name} — JSON, но таблицы в нём нет: одно значение. ${whatToDo.ru}`,
    "no-table-empty": `{name} — JSON, но таблицы в нём нет: пусто. ${whatToDo.ru}`,
    "no-table-tables": `{name} — JSON, но таблицы в нём нет: несколько списков объектов ({keys}). ${whatToDo.ru}`,
    "lengths-differ":
      "Списки в {name} разной длины: в {first} их {expected}, в {other} — {found}. В каждом столбце таблицы значений поровну.",
    "row-length": "В списке {row} файла {name} значений {found}, а в первом {expected}. В каждой строке таблицы их поровну.",
    wrapped: "Таблица — то, что стоит под {key}; {others} не {count|взято|взяты|взяты}.",
    "wrapped-alone": "Таблица — то, что стоит под {key}.",
    rows: "Каждое имя ({example}) прочитано как строка со значениями по столбцам (имена — в первом столбце, index). Если это столбцы, поверните таблицу шагом.",
    columns:
      "Каждое имя ({example}) прочитано как столбец со значениями по строкам (имена строк — в первом столбце, index). Если это строки, поверните таблицу шагом.",
    flattened: "{count|В столбце|В столбцах|В столбцах} {columns} лежат объекты: каждое их поле стало своим столбцом ({made}).",
    "kept-json": "Списки и вложенные значения {count|в столбце|в столбцах|в столбцах} {columns} оставлены как JSON.",
    names: "Первый список прочитан как имена столбцов.",
    "no-names": "У списков нет имён: столбцы пронумерованы.",
    "by-number": "Имена, которые являются целыми числами, стоят по величине: другого порядка JSON не хранит.",
  },
});

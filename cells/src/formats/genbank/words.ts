// What is said of the format genbank.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-genbank", {
  en: {
    title: "GenBank",
    "why-locus": "The first record begins with LOCUS ({first}) and says how long it is.",
    "other-table": "The file holds two tables, {sheet} and {other}; {sheet} are read.",
    cut: "{name} ends within the record {locus} (line {line}), before the // that ends it: it was cut short. Copy or download it again.",
    "no-end":
      "Line {line} of {name} begins another record before the // that ends {locus}. Was something cut out? Download it again.",
    locus: "Line {line} of {name} is no first line of a record: “{found}” does not say how many bp or aa it holds.",
    feature:
      "Line {line} of {name} stands among the features and is none: “{found}”. Download the file again, or correct the line.",
    location:
      "“{found}” of the feature {key} (line {line}) is no place in its record ({count} such); its start and end are missing, and it stands in the column location.",
    "around-origin":
      "{count} {count|feature crosses|features cross} the origin of {count|its|their} circular record (first: {key} in line {line}, “{found}”): no start lies before the end, so start and end are missing; the place stands in the column location.",
    origin: "Line {line} of {name} stands in the sequence and does not begin with the number of its first letter: “{found}”.",
    "origin-number":
      "Line {line} of {name} says that it begins with letter {found}, and it would be letter {expected}: lines of the sequence are missing or twice there. Download the file again.",
    letter: "Line {line} of {name} holds “{found}” in a sequence, which is no letter of bases or amino acids. Correct it.",
    "length-differs":
      "{record} (line {line}) says that it holds {said} letters, and holds {found}. Was the sequence edited? Download it again if not.",
  },
  ru: {
    title: "GenBank",
    "why-locus": "Первая запись начинается с LOCUS ({first}) и говорит, какой она длины.",
    "other-table": "В файле две таблицы, {sheet} и {other}; прочитана {sheet}.",
    cut: "{name} кончается внутри записи {locus} (строка {line}), до завершающего её //: файл обрезан. Скопируйте или скачайте его заново.",
    "no-end":
      "В строке {line} файла {name} начинается другая запись, а {locus} ещё не завершена строкой //. Не вырезано ли что-то? Скачайте файл заново.",
    locus: "Строка {line} файла {name} — не начало записи: в «{found}» не сказано, сколько в ней bp или aa.",
    feature:
      "Строка {line} файла {name} стоит среди элементов разметки, но это не он: «{found}». Скачайте файл заново или исправьте строку.",
    location:
      "«{found}» у элемента {key} (строка {line}) — не место в его записи (таких: {count}); начало и конец пропущены, сам текст — в столбце location.",
    "around-origin":
      "Через начало кольцевой записи {count|проходит|проходят|проходят} {count} {count|элемент|элемента|элементов} (первый: {key} в строке {line}, «{found}»): начало не лежит перед концом, поэтому начало и конец пропущены, место — в столбце location.",
    origin: "Строка {line} файла {name} стоит в последовательности, но не начинается с номера своей первой буквы: «{found}».",
    "origin-number":
      "Строка {line} файла {name} должна начинаться с буквы {expected}, а в ней сказано {found}: строки последовательности пропущены или повторены. Скачайте файл заново.",
    letter:
      "В строке {line} файла {name} в последовательности стоит «{found}» — это не буква основания или аминокислоты. Исправьте её.",
    "length-differs":
      "В записи {record} (строка {line}) сказано, что букв {said}, а их {found}. Правили ли последовательность? Если нет, скачайте её заново.",
  },
});

// What is said of quantifications: one file a sample, or several joined into one matrix.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("quantified", {
  en: {
    "why-header": "Its columns are those that {program} writes: {columns}.",
    "why-rows": "Its lines are those that {program} writes: a name and whole numbers, with {rows} among them.",
    "why-ids": "Two columns without names: an Ensembl id and a whole number in each line, as {program} writes them.",
    "why-set": "{count} files of {program}, a sample each.",
    "why-set-many": "{count} files of {program}, a sample each, among the parts that were looked into; all are read.",
    "no-files": "{name} holds no file of that kind. Drop the files of a run together.",
    "no-layer": "{name} has no measure {layer}. It has: {available}. Choose one of them.",
    "no-rows": "{name} holds no features below its names. Check that the program came to its end.",
    "no-column": "Line {line} of {name} names no column {column}, which {program} writes. Export it again.",
    "no-number": "Line {line} of {name} holds “{found}” under {column}, which is no number. Was it cut or edited? Copy it again.",
    "fields-differ":
      "Line {line} of {name} has {found} {found|field|fields} where {expected} are expected. Was it cut? Copy it again.",
    "features-differ":
      "The {files} files do not hold the same features: {shared} of {all} are in all of them; where one is not in a file its number is missing. Were they made with different annotations?",
    measures:
      "The values are {taken}; {others} are layers beside them. Choose another as the values if it is the one that you mean.",
    "summary-left": "{rows} count what no gene got and are left out: {counts}.",
    "log-joined": "{samples} samples, {features} features, joined by name.",
    "parts-left": "Not read: {files}.",
    "one-sample":
      "The one sample is called {sample}: the name of a file is no part of its data. Several files that are dropped together are called after themselves.",
    "star-strand":
      "STAR counts each gene in three ways. {taken} is taken as the values: over all genes, {first} reads fit the strand of the first read and {second} that of the second. If the library was prepared otherwise, choose another.",
    additional: "{columns} describes the genes and is no sample.",
    "gencode-names":
      "Transcripts have the long names of GENCODE's FASTA ({first}): the first part is their name here ({taken}), and gene, symbol and type are columns.",
    "columns-unnamed":
      "The file does not name its samples: {samples} are its columns of counts, in the order in which the program was given their files.",
  },
  ru: {
    "why-header": "Столбцы такие, какие пишет {program}: {columns}.",
    "why-rows": "Строки такие, какие пишет {program}: имя и целые числа, среди них {rows}.",
    "why-ids": "Два столбца без имён: в каждой строке идентификатор Ensembl и целое число, как пишет {program}.",
    "why-set": "Файлов {program}: {count}, по одному на образец.",
    "why-set-many": "Файлов {program}: {count} среди просмотренных частей, по одному на образец; читаются все.",
    "no-files": "В {name} нет файлов такого вида. Дайте файлы одного запуска вместе.",
    "no-layer": "В {name} нет величины {layer}. Есть: {available}. Выберите одну из них.",
    "no-rows": "В {name} под именами нет признаков. Проверьте, что программа дошла до конца.",
    "no-column": "В строке {line} файла {name} нет столбца {column}, который пишет {program}. Экспортируйте файл заново.",
    "no-number":
      "В строке {line} файла {name}, столбец {column}, стоит «{found}» — не число. Файл обрезан или изменён? Скопируйте его заново.",
    "fields-differ": "В строке {line} файла {name} полей {found}, а ожидается {expected}. Файл обрезан? Скопируйте его заново.",
    "features-differ":
      "Признаки в файлах ({files}) не одни и те же: общих {shared} из {all}; где признака в файле нет, его число пропущено. Аннотации были разные?",
    measures: "Значения — {taken}; рядом слои {others}. Если нужна другая величина, выберите её как значения.",
    "summary-left": "{rows} считают то, что не досталось генам, и не взяты: {counts}.",
    "log-joined": "Образцов {samples}, признаков {features}, соединены по имени.",
    "parts-left": "Не прочитано: {files}.",
    "one-sample":
      "Единственный образец назван {sample}: имя файла не часть данных. Несколько файлов, данных вместе, называются по себе.",
    "star-strand":
      "STAR считает каждый ген тремя способами. Значениями взят {taken}: по всем генам цепи первого прочтения подходят {first} прочтений, цепи второго — {second}. Если библиотека готовилась иначе, выберите другой.",
    additional: "{columns} описывает гены, это не образец.",
    "gencode-names":
      "У транскриптов длинные имена из FASTA GENCODE ({first}): именем взята первая часть ({taken}), ген, символ и тип — столбцы.",
    "columns-unnamed":
      "Образцы в файле не названы: {samples} — его столбцы счётчиков, в том порядке, в каком программе давали их файлы.",
  },
});

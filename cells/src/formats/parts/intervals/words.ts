// What is said of files of places: intervals, annotations, mutations, segments.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("intervals", {
  en: {
    "line-too-long":
      "Line {line} of {name} is longer than {mb} MB, which no line of such a file is. Is it the file that you meant? Copy or download it again.",
    "too-few-fields":
      "Line {line} of {name} has {found} {found|field|fields}, and {format} needs {expected} at least. Correct that line, or take it out.",
    "fields-differ":
      "Line {line} of {name} has {found} {found|field|fields} where the lines above it have {expected}. Correct that line, or let short lines be filled with missing cells.",
    "too-many-fields":
      "Line {line} of {name} has {found} {found|field|fields}, and {format} has {expected}. Correct that line: is there a tab inside of a text?",
    "no-whole":
      "Line {line} of {name} holds “{value}” as {column}, where {format} has a whole number. Correct that line, or take it out.",
    "beyond-32-bits":
      "Line {line} of {name} holds {value} as {column}: places beyond 2,147,483,647 are not read, as VCF, BAM and tabix have none. Split the sequence, or correct that line.",
    "no-number":
      "Line {line} of {name} holds “{value}” as {column}, where {format} has a number. Correct that line, or take it out.",
    "cells-unread":
      "{count} {count|cell|cells} of {column} {count|is no number|are no numbers}, the first in line {line} (“{value}”): read as missing. Correct {count|it|them} in the file if {count|it is|they are} meant to be numbers.",
    "no-strand": "Line {line} of {name} holds “{value}” as {column}, where {format} has + or - or a point. Correct that line.",
    "before-first":
      "Line {line} of {name} holds {value} as {column}: {format} counts from {least}. Correct that line, or take it out.",
    "start-after-end": "Line {line} of {name}: the start {start} lies behind the end {end}. Correct that line, or take it out.",
    "no-chromosome": "Line {line} of {name} names no chromosome. Correct that line, or take it out.",
    "beyond-end":
      "{count} {count|place lies|places lie} beyond the end of {count|its chromosome|their chromosomes} in {build} (the first in line {line}: {chromosome}:{position}, and {chromosome} has {length} bases). Do the places belong to another build? Choose it, or correct the lines.",
    "build-found": "The places are those of {build} ({by}).",
    "build-set": "The places are taken for those of {build}, as it is set.",
    "build-otherwise":
      "The file says {found}, and {build} is set: the places are taken for those of {build}. Leave the build to be found where the file is right.",
    "build-unknown":
      "The file names the build {found}, which is none that GenomeCraft knows. Places are compared by it all the same.",
    "fasta-part":
      "The sequences below ##FASTA (line {line}) are no annotations and were passed over. To have them, save them to a file of their own.",
    "no-attributes-gff3":
      "Line {line} of {name} holds “{value}” in its ninth column, where GFF3 has tag=value pairs. Correct that line, or take it out.",
    "no-attributes-gtf":
      "Line {line} of {name} holds “{value}” in its ninth column, where GTF has keys with a value each. Correct that line, or take it out.",
    semicolons:
      "{count} {count|value of an attribute holds|values of attributes hold} a semicolon that is not escaped (%3B), the first in line {line}: what stands behind it is taken for a part of the value.",
    "more-attributes": "The attributes have more than {most} names; {column} holds the others as they stand.",
    "several-tracks": "The file holds {count} tracks; their places are read one below the other.",
  },
  ru: {
    "line-too-long":
      "Строка {line} файла {name} длиннее {mb} МБ, таких строк в подобных файлах не бывает. Тот ли это файл? Скопируйте или скачайте его заново.",
    "too-few-fields":
      "В строке {line} файла {name} {found} {found|поле|поля|полей}, а в {format} их не меньше {expected}. Исправьте или уберите эту строку.",
    "fields-differ":
      "В строке {line} файла {name} {found} {found|поле|поля|полей}, а в строках выше {expected}. Исправьте эту строку, или пусть короткие строки дополняются пропусками.",
    "too-many-fields":
      "В строке {line} файла {name} {found} {found|поле|поля|полей}, а в {format} их {expected}. Исправьте эту строку: нет ли табуляции внутри текста?",
    "no-whole":
      "В строке {line} файла {name}, столбец {column}, стоит «{value}», а в {format} там целое число. Исправьте или уберите эту строку.",
    "beyond-32-bits":
      "В строке {line} файла {name}, столбец {column}, стоит {value}: места дальше 2 147 483 647 не читаются, их нет и в VCF, BAM и tabix. Разделите последовательность или исправьте строку.",
    "no-number":
      "В строке {line} файла {name}, столбец {column}, стоит «{value}», а в {format} там число. Исправьте или уберите эту строку.",
    "cells-unread":
      "{count} {count|ячейка|ячейки|ячеек} столбца {column} — не {count|число|числа|числа}, первая в строке {line} («{value}»): {count|прочитана как пропуск|прочитаны как пропуски|прочитаны как пропуски}. Если там должны быть числа, исправьте файл.",
    "no-strand":
      "В строке {line} файла {name}, столбец {column}, стоит «{value}», а в {format} там + или - или точка. Исправьте эту строку.",
    "before-first":
      "В строке {line} файла {name}, столбец {column}, стоит {value}: {format} считает от {least}. Исправьте или уберите эту строку.",
    "start-after-end": "В строке {line} файла {name} начало {start} лежит за концом {end}. Исправьте или уберите эту строку.",
    "no-chromosome": "В строке {line} файла {name} не названа хромосома. Исправьте или уберите эту строку.",
    "beyond-end":
      "{count} {count|участок лежит|участка лежат|участков лежат} за концом {count|своей хромосомы|своих хромосом|своих хромосом} в {build} (первый в строке {line}: {chromosome}:{position}, а в {chromosome} {length} оснований). Может быть, это участки другой сборки? Выберите её или исправьте строки.",
    "build-found": "Участки — по сборке {build} ({by}).",
    "build-set": "Участки считаются участками сборки {build}, как задано.",
    "build-otherwise":
      "В файле сказано {found}, а задана {build}: участки считаются участками {build}. Если прав файл, пусть сборка определится сама.",
    "build-unknown": "Файл называет сборку {found}, которой GenomeCraft не знает. Участки всё равно сравниваются по ней.",
    "fasta-part":
      "Последовательности под ##FASTA (строка {line}) — не аннотация и пропущены. Если они нужны, сохраните их в отдельный файл.",
    "no-attributes-gff3":
      "В строке {line} файла {name}, девятый столбец, стоит «{value}», а в GFF3 там пары имя=значение. Исправьте или уберите эту строку.",
    "no-attributes-gtf":
      "В строке {line} файла {name}, девятый столбец, стоит «{value}», а в GTF там имена, каждое со значением. Исправьте или уберите эту строку.",
    semicolons:
      "{count} {count|значение атрибута содержит|значения атрибутов содержат|значений атрибутов содержат} точку с запятой без экранирования (%3B), первое в строке {line}: то, что за ней, считается частью значения.",
    "more-attributes": "Имён атрибутов больше {most}; остальные стоят как есть в столбце {column}.",
    "several-tracks": "В файле {count} {count|дорожка|дорожки|дорожек}; их участки прочитаны друг под другом.",
  },
});

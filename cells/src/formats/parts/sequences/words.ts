// What is said of sequences, whatever format they stand in.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("sequences", {
  en: {
    "line-long": "Line {line} of {name} is longer than {mb} MB, which no record of sequences is. Is it the file that you meant?",
    letter:
      "Line {line} of {name} holds “{found}” in a sequence, which is no letter of bases or amino acids, no gap (-) and no stop (*). Correct it, or take it out.",
    "alphabet-guessed":
      "The letters leave open what the sequences are: read as {alphabet}, and they may be {other}. Choose the alphabet if so.",
    "alphabets-mixed":
      "Most sequences are of one kind, and the one of line {line} looks like {alphabet}: the file mixes kinds of sequences.",
    "gaps-unequal": "Sequences hold gaps and differ in length, so they are not called aligned.",
    "sequence-empty": "{count} {count|title has|titles have} no sequence (the first: line {line}). Was the file cut?",
    "id-missing": "The sequence of line {line} has no name.",
    "id-twice":
      "{id} names more than one sequence (again in line {line}; {count} {count|sequence has|sequences have} the name of an earlier one).",
    "blanks-inside":
      "{count} {count|line|lines} of sequences {count|holds|hold} blanks between letters (the first: line {line}); they were taken out.",
    "first-records": "The first {count} {count|record was|records were} read, as it is set.",
  },
  ru: {
    "line-long": "Строка {line} файла {name} длиннее {mb} МБ; таких записей последовательностей не бывает. Тот ли это файл?",
    letter:
      "В строке {line} файла {name} в последовательности стоит «{found}» — это не буква основания или аминокислоты, не пропуск (-) и не стоп (*). Исправьте её или уберите.",
    "alphabet-guessed":
      "По буквам не решить, что это за последовательности: прочитаны как {alphabet}, а могут быть {other}. Если так, выберите алфавит.",
    "alphabets-mixed":
      "Большинство последовательностей одного рода, а в строке {line} похоже на {alphabet}: в файле смешаны разные последовательности.",
    "gaps-unequal": "В последовательностях есть пропуски, а длины разные, поэтому выравниванием они не считаются.",
    "sequence-empty":
      "Под {count} {count|заголовком|заголовками|заголовками} нет последовательности (первый — строка {line}). Не обрезан ли файл?",
    "id-missing": "У последовательности в строке {line} нет имени.",
    "id-twice": "Имя {id} носит больше одной последовательности (ещё раз — в строке {line}; повторов имён: {count}).",
    "blanks-inside": "Пробелы между буквами последовательностей, строк: {count} (первая — {line}); они убраны.",
    "first-records": "Прочитано записей: {count}, как задано.",
  },
});

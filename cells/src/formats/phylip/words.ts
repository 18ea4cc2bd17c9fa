// What is said of the format phylip.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-phylip", {
  en: {
    title: "PHYLIP (alignment)",
    "why-dims":
      "The first line tells of {rows} {rows|sequence|sequences} of {letters} {letters|letter|letters}, and rows with names follow.",
    dims: "Line {line} of {name} does not say how many sequences of how many letters follow. Save the alignment again.",
    "name-twice": "Line {line} of {name} holds {row} for the second time: two sequences have one name. Rename one of them.",
    "rows-few": "{name} tells of {rows} sequences and ends (line {line}) after {found}. Was the file cut?",
    row: "The row {row} of {name} (from line {line} on) holds {found} {found|letter|letters}, and the first line tells of {letters}. Was the file cut or edited?",
    "no-layout":
      "{name} tells of {rows} sequences of {letters} letters (line {line}), and no layout of PHYLIP gives that. Does it hold several data sets? Put each into a file of its own.",
    "layout-guessed":
      "Names that end at a blank ({row}) and names of ten letters ({other}) both give what the first line says: read with the former (first at line {line}). Rename the sequences, or save the alignment as FASTA, if the latter are meant.",
  },
  ru: {
    title: "PHYLIP (выравнивание)",
    "why-dims": "В первой строке: последовательностей {rows}, букв в каждой {letters}; за ней идут ряды с именами.",
    dims: "В строке {line} файла {name} не сказано, сколько последовательностей и по сколько букв следует. Сохраните выравнивание заново.",
    "name-twice":
      "В строке {line} файла {name} ряд {row} стоит второй раз: у двух последовательностей одно имя. Переименуйте одну.",
    "rows-few": "В {name} заявлено последовательностей {rows}, а файл кончается (строка {line}) после {found}. Не обрезан ли он?",
    row: "В ряду {row} файла {name} (со строки {line}) букв {found}, а в первой строке заявлено {letters}. Не обрезан ли файл?",
    "no-layout":
      "В {name} заявлено последовательностей {rows} по {letters} букв (строка {line}), но ни одно расположение PHYLIP этого не даёт. Не несколько ли в нём наборов? Положите каждый в свой файл.",
    "layout-guessed":
      "И имена до пробела ({row}), и имена из десяти букв ({other}) дают то, что заявлено в первой строке: прочитано первым способом (впервые в строке {line}). Если верен второй, переименуйте последовательности или сохраните выравнивание как FASTA.",
  },
});

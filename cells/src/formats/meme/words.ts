// What is said of the format meme.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-meme", {
  en: {
    title: "MEME (motifs)",
    "why-version": "The first line says its version of MEME, and motifs follow.",
    "no-motifs": "{name} holds no motif with a letter-probability matrix (up to line {line}). Was the file cut?",
    "no-matrix": "The motif {motif} of {name} (line {line}) has no letter-probability matrix. Was the file cut?",
    "row-width":
      "Line {line} of {name} has {found} {found|number|numbers}, and the alphabet {expected} letters. Correct that line.",
    "matrix-length":
      "The matrix of {motif} (line {line} of {name}) says that it has {expected} {expected|position|positions}, and has {found}. Was the file cut or edited?",
    "own-alphabet":
      "Line {line} of {name} defines an alphabet of its own, which is not read. Export the motifs over DNA, RNA or proteins.",
  },
  ru: {
    title: "MEME (мотивы)",
    "why-version": "В первой строке — версия MEME, за ней идут мотивы.",
    "no-motifs": "В {name} нет мотива с матрицей letter-probability (до строки {line}). Не обрезан ли файл?",
    "no-matrix": "У мотива {motif} файла {name} (строка {line}) нет матрицы letter-probability. Не обрезан ли файл?",
    "row-width": "В строке {line} файла {name} чисел {found}, а букв в алфавите {expected}. Исправьте эту строку.",
    "matrix-length":
      "В матрице {motif} (строка {line} файла {name}) заявлено позиций {expected}, а есть {found}. Не обрезан ли файл?",
    "own-alphabet":
      "Строка {line} файла {name} задаёт свой алфавит, такие не читаются. Экспортируйте мотивы ДНК, РНК или белков.",
  },
});

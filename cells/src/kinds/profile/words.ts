// Messages of the profile.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("profile", {
  en: {
    "words-empty": "summarises the columns of a table or matrix",
    words: "summarises {from}",
    "words-table": "summarises {second} {second|column|columns} of {from} over {first} {first|row|rows}",
    "words-matrix": "summarises {second} {second|sample|samples} of {from} over {features}",
    "no-data": "Nothing to summarise yet. Choose a table or a matrix.",
  },
  ru: {
    "words-empty": "описывает столбцы таблицы или матрицы",
    words: "описывает {from}",
    "words-table": "описывает {second} {second|столбец|столбца|столбцов} {from} по {first} {first|строке|строкам|строкам}",
    "words-matrix": "описывает {second} {second|образец|образца|образцов} {from}: {features}",
    "no-data": "Пока нечего описывать. Выберите таблицу или матрицу.",
  },
});

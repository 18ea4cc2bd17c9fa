// What cells of the kind say of themselves, their form, and why they fail.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("region", {
  en: {
    "words-empty": "reads the records of a place",
    words: "reads {place} of {from}",
    "words-parameter": "reads the place that {place} holds, of {from}",
    "words-found": "reads {place} of {from}: {n} {n|record|records}",
    "too-many":
      "{place} holds {found} records, more than the {most} that are read. Write a smaller place, or let more rows be read.",
    "form-from": "File",
    "form-place": "Place",
    "form-place-example": "chr1:1,000-2,000",
    "form-here": "written here",
    "form-most": "Rows at most",
    "form-quality": "Mapping quality from",
    "form-flags": "Without flags",
    progress: "Reading",
  },
  ru: {
    "words-empty": "читает записи места",
    words: "читает {place} из {from}",
    "words-parameter": "читает из {from} место, которое задаёт {place}",
    "words-found": "читает {place} из {from}: {n} {n|запись|записи|записей}",
    "too-many": "В {place} записей: {found}; читается не больше {most}. Укажите меньшее место или разрешите больше строк.",
    "form-from": "Файл",
    "form-place": "Место",
    "form-place-example": "chr1:1000-2000",
    "form-here": "указано здесь",
    "form-most": "Строк не больше",
    "form-quality": "Качество картирования от",
    "form-flags": "Без флагов",
    progress: "Чтение",
  },
});

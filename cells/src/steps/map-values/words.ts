// What is said of the step map-values.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-map-values", {
  en: {
    title: "Replace values",
    does: "Makes other values of those of a column, by pairs or by another table",
    says: "replaces values of {column} by {n} {n|pair|pairs}",
    "says-table": "replaces values of {column} by {value} of {table}",
    menu: "Replace values",
    "menu-line": "By pairs, or looked up in another table",
    "menu-words": "map recode replace lookup dictionary translate",
    pairs: "pairs",
    from: "value",
    to: "becomes",
    key: "found in",
    becomes: "becomes",
    others: "others",
    "others-keep": "stay",
    "others-missing": "missing",
    "others-refuse": "refuse",
    "new-column": "new column",
    "in-place": "in its place",
    twice: "Step {step}: “{value}” stands there twice and becomes both “{first}” and “{second}”. Leave one of them.",
    unmapped:
      "Step {step}: {n} {n|value|values} of {column} {n|is|are} not among those that are replaced: {names}. Add {n|it|them}, or set what becomes of others.",
    lost: "Step {step}: {n} {n|row|rows} of {column} {n|holds a value that is|hold values that are} not among those that are replaced, and {n|is|are} missing.",
    "other-types":
      "Step {step}: {value} holds no texts, so that what is not found cannot stay beside it. Let others be missing, or refuse them.",
  },
  ru: {
    title: "Заменить значения",
    does: "Делает из значений столбца другие: по парам или по другой таблице",
    says: "заменяет значения {column}, пар: {n}",
    "says-table": "заменяет значения {column} на {value} из {table}",
    menu: "Заменить значения",
    "menu-line": "По парам или по другой таблице",
    "menu-words": "перекодировать заменить словарь таблица соответствий",
    pairs: "пары",
    from: "значение",
    to: "станет",
    key: "найти в",
    becomes: "станет",
    others: "остальные",
    "others-keep": "остаются",
    "others-missing": "пропуск",
    "others-refuse": "отказать",
    "new-column": "новый столбец",
    "in-place": "на месте",
    twice: "Шаг {step}: «{value}» стоит там дважды и должно стать и «{first}», и «{second}». Оставьте одно.",
    unmapped:
      "Шаг {step}: значений {column}, которых нет среди заменяемых: {n} ({names}). Добавьте их или задайте, что делать с остальными.",
    lost: "Шаг {step}: строк {column}, значений которых нет среди заменяемых: {n}. В них теперь пропуск.",
    "other-types":
      "Шаг {step}: в {value} не тексты, и ненайденное не может остаться рядом. Пусть остальные будут пропуском, или откажите.",
  },
});

// What is said of the step repair-genes.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-repair-genes", {
  en: {
    title: "Repair gene names",
    does: "Gives genes back the names that a spreadsheet turned into dates, and old ones those of today",
    "says-today": "gives genes that became dates their names of today",
    "says-then": "gives genes that became dates their old names back",
    "says-aliases": "gives genes that became dates, and those called by an alias, their symbols of today",
    column: "column",
    to: "dates become",
    "to-today": "names of today (SEPTIN2)",
    "to-then": "names of then (SEPT2)",
    aliases: "old names, too (HER2: ERBB2)",
    every: "each that holds gene symbols",
    "no-genes": "Step {step}: no column holds gene symbols. Choose the column.",
    "not-text": "Step {step}: {column} holds no texts.",
    several: "{dates} may have been one of several genes and {n|stays|stay}: only the source can tell which.",
    "would-be-two": "{names} would be there twice by it: {n|that name stays|those names stay} as before.",
  },
  ru: {
    title: "Исправить имена генов",
    does: "Возвращает генам имена, из которых таблица сделала даты, а старым именам даёт нынешние",
    "says-today": "даёт генам, ставшим датами, их нынешние имена",
    "says-then": "возвращает генам, ставшим датами, прежние имена",
    "says-aliases": "даёт нынешние имена генам, ставшим датами или названным синонимом",
    column: "столбец",
    to: "даты станут",
    "to-today": "нынешними именами (SEPTIN2)",
    "to-then": "прежними именами (SEPT2)",
    aliases: "и старые имена (HER2: ERBB2)",
    every: "каждый с символами генов",
    "no-genes": "Шаг {step}: столбца с символами генов нет. Выберите столбец.",
    "not-text": "Шаг {step}: в {column} не тексты.",
    several:
      "{dates}: {n|это мог быть любой|это могли быть любые} из нескольких генов, потому {n|осталась|остались}; какой, знает только источник.",
    "would-be-two": "{names} тогда было бы дважды: {n|это имя осталось|эти имена остались} прежними.",
  },
});

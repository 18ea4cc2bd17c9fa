// What is said of the step map-ids.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-map-ids", {
  en: {
    title: "Map ids",
    does: "Makes other ids of those of a matrix or a column, by a table (Ensembl to symbols, probes to genes)",
    says: "maps {from} to {to} by {table}",
    menu: "Map ids",
    "menu-line": "Ensembl, Entrez, symbols, probes: by a table that you load",
    "menu-words": "gene ids symbols ensembl entrez convert translate biomart annotation mapping probes",
    "found-in": "found in",
    becomes: "becomes",
    versions: "versions",
    "versions-strip": "do not matter",
    "versions-exact": "must be the same",
    "lost-ids": "not found",
    "several-ids": "several answers",
    "shared-ids": "one for several",
    "new-column": "new column",
    "own-ids": "their ids",
    "in-place": "in their place",
    "rule-keep": "keep the old id",
    "rule-first": "the first",
    "rule-drop": "drop",
    "rule-missing": "missing",
    "shared-refuse": "refuse",
    "shared-apart": "keep apart (_2, _3)",
    unmatched:
      "Step {step}: none of the {n} ids stands in {column} of the other table. First here: {here}; there: {there}. Choose the column that holds these ids.",
    "no-ids": "Step {step}: {column} of the other table holds no ids. Choose another column.",
    stripped:
      "Step {step}: {n} {n|id was|ids were} found without {n|its version|their versions} only (ENSG00000141510.18 as ENSG00000141510).",
    "lost-said": "Step {step}: {n} of {all} {all|id|ids} {n|is|are} not in the table: {what}{names}.",
    "several-said": "Step {step}: {n} of {all} {all|id|ids} {n|has|have} several answers in the table: {what}{names}.",
    "done-keep": "the old id stays",
    "done-first": "the first was taken",
    "done-drop": "dropped",
    "done-missing": "missing now",
    "such-as": " ({names}{more})",
    shared:
      "Step {step}: {n} {n|id|ids} of the table {n|is|are} what several {noun} here become ({names}{more}), and in a matrix each id stands once. Put the ids into a column of their own (the button does it) and make one row of each with the step Collapse probes, or keep them apart.",
    apart:
      "Step {step}: {n} {n|id is|ids are} what several {noun} become; the second and further ones are called _2, _3 ({names}{more}).",
    "missing-in-place":
      "Step {step}: ids of a matrix cannot be missing. Put them into a new column, or keep or drop what is not found.",
  },
  ru: {
    title: "Сопоставить идентификаторы",
    does: "Делает из идентификаторов матрицы или столбца другие, по таблице (Ensembl в символы, зонды в гены)",
    says: "сопоставляет {from} с {to} по {table}",
    menu: "Сопоставить идентификаторы",
    "menu-line": "Ensembl, Entrez, символы, зонды: по загруженной таблице",
    "menu-words": "идентификаторы генов символы ensembl entrez перевести аннотация зонды пробы",
    "found-in": "найти в",
    becomes: "станет",
    versions: "версии",
    "versions-strip": "не важны",
    "versions-exact": "должны совпасть",
    "lost-ids": "не найдены",
    "several-ids": "несколько ответов",
    "shared-ids": "один на несколько",
    "new-column": "новый столбец",
    "own-ids": "их идентификаторы",
    "in-place": "на их месте",
    "rule-keep": "оставить прежний",
    "rule-first": "первый",
    "rule-drop": "убрать",
    "rule-missing": "пропуск",
    "shared-refuse": "отказать",
    "shared-apart": "различать (_2, _3)",
    unmatched:
      "Шаг {step}: ни одного из {n} идентификаторов нет в столбце {column} второй таблицы. Первый здесь: {here}, там: {there}. Выберите столбец с этими идентификаторами.",
    "no-ids": "Шаг {step}: в столбце {column} второй таблицы нет идентификаторов. Выберите другой столбец.",
    stripped:
      "Шаг {step}: без версии найдено {n} {n|идентификатор|идентификатора|идентификаторов} (ENSG00000141510.18 как ENSG00000141510).",
    "lost-said": "Шаг {step}: в таблице нет {n} из {all} {all|идентификатора|идентификаторов|идентификаторов}: {what}{names}.",
    "several-said":
      "Шаг {step}: у {n} из {all} {all|идентификатора|идентификаторов|идентификаторов} в таблице несколько ответов: {what}{names}.",
    "done-keep": "прежний остаётся",
    "done-first": "взят первый",
    "done-drop": "убраны",
    "done-missing": "теперь пропуск",
    "such-as": " ({names}{more})",
    shared:
      "Шаг {step}: {n} {n|идентификатором|идентификаторами|идентификаторами} таблицы становится сразу несколько {noun} ({names}{more}), а в матрице каждый стоит один раз. Поместите их в отдельный столбец (это сделает кнопка) и сведите шагом «Свести зонды», или различайте их.",
    apart:
      "Шаг {step}: {n} {n|идентификатором|идентификаторами|идентификаторами} становится сразу несколько {noun}; вторые и дальше названы _2, _3 ({names}{more}).",
    "missing-in-place":
      "Шаг {step}: идентификаторы матрицы не могут быть пропущены. Поместите их в новый столбец либо оставьте или уберите ненайденные.",
  },
});

// What is said of lengths of genes, by all steps that need them.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("gene-lengths", {
  en: {
    lengths: "lengths of genes",
    with: "lengths from",
    "with-none": "a column of the genes",
    key: "its ids",
    length: "column of lengths",
    lost: "without a length",
    "lost-refuse": "refuse",
    "lost-drop": "drop",
    "no-length":
      "Step {step}: of {n} of the {all} {noun} no length is known: {names}{more}. Take the annotation by which they were counted, or drop them.",
    dropped: "Step {step}: {n} of the {all} {noun} {n|has|have} no length and {n|was|were} left out: {names}{more}.",
    spread:
      "Step {step}: {n} {n|id lies|ids lie} on several chromosomes ({names}{more}); the exons of the longest copy are the length.",
    stripped:
      "Step {step}: {n} {n|id was|ids were} found without {n|its version|their versions} only (ENSG00000141510.18 as ENSG00000141510).",
    "none-found":
      "Step {step}: none of the {n} ids stands in {key} of the GTF. First here: {here}; there: {there}. Choose its column that holds these ids, such as gene_name.",
    "no-gtf":
      "Step {step}: the other table is no GTF: it needs places and a column feature that says which rows are exons. Load the annotation as GTF.",
    "no-exons":
      "Step {step}: no row of the other table is an exon with a {column}. In a GFF3 exons do not name their gene; load a GTF.",
  },
  ru: {
    lengths: "длины генов",
    with: "длины из",
    "with-none": "столбца при генах",
    key: "его идентификаторы",
    length: "столбец длин",
    lost: "без длины",
    "lost-refuse": "отказать",
    "lost-drop": "убрать",
    "no-length":
      "Шаг {step}: для {n} из {all} {noun} длина не известна: {names}{more}. Возьмите аннотацию, по которой считали, или уберите их.",
    dropped: "Шаг {step}: для {n} из {all} {noun} длина не известна, они убраны: {names}{more}.",
    spread:
      "Шаг {step}: {n} {n|идентификатор лежит|идентификатора лежат|идентификаторов лежат} на нескольких хромосомах ({names}{more}); длина — экзоны самой длинной копии.",
    stripped:
      "Шаг {step}: без версии найдено {n} {n|идентификатор|идентификатора|идентификаторов} (ENSG00000141510.18 как ENSG00000141510).",
    "none-found":
      "Шаг {step}: ни одного из {n} идентификаторов нет в {key} файла GTF. Первый здесь: {here}, там: {there}. Выберите его столбец с этими идентификаторами, например gene_name.",
    "no-gtf":
      "Шаг {step}: другая таблица — не GTF: нужны участки и столбец feature, который говорит, какие строки — экзоны. Загрузите аннотацию как GTF.",
    "no-exons": "Шаг {step}: в другой таблице нет экзонов с {column}. В GFF3 экзоны не называют свой ген; загрузите GTF.",
  },
});

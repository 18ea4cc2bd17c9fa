// What is said of the step sum-transcripts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-sum-transcripts", {
  en: {
    title: "Sum transcripts",
    does: "Makes estimates of genes of those of transcripts, with the average length of each gene in each sample (tximport)",
    says: "transcripts summed to {by}, with average lengths",
    "says-counted": "transcripts summed to {by}, with average lengths ({before} {noun} became {after})",
    menu: "Sum transcripts to genes",
    "menu-line": "Salmon, kallisto and RSEM estimates by gene, as tximport makes them",
    "menu-words": "tximport transcripts genes salmon kallisto rsem tx2gene summarise abundance length",
    by: "genes",
    without: "Step {step}: {n} of {all} {noun} {n|has|have} no {by} and {n|was|were} left out ({names}{more}).",
    none: "Step {step}: {by} has no value in any row. Choose the column with the gene of each transcript.",
    missing: "Step {step}: some samples lack transcripts, so that their genes have no count.",
    layers: "Step {step}: no sum is taken of other layers ({names}); they were left out.",
    "no-estimates":
      "Step {step}: transcripts are summed by their estimated counts, abundances (TPM) and effective lengths, and this matrix has not all of them. Load the files of Salmon, kallisto or RSEM as they are; counts alone are summed by Collapse probes.",
  },
  ru: {
    title: "Сложить транскрипты",
    does: "Делает из оценок транскриптов оценки генов, со средней длиной каждого гена в каждом образце (tximport)",
    says: "транскрипты сложены по {by}, со средними длинами",
    "says-counted": "транскрипты сложены по {by}, со средними длинами (было {before} {noun}, стало {after})",
    menu: "Сложить транскрипты в гены",
    "menu-line": "Оценки Salmon, kallisto и RSEM по генам, как в tximport",
    "menu-words": "транскрипты гены оценки сумма длина tximport",
    by: "гены",
    without: "Шаг {step}: {n} из {all} {noun} без значения {by}, {n|он убран|они убраны|они убраны} ({names}{more}).",
    none: "Шаг {step}: в {by} нет ни одного значения. Выберите столбец с геном каждого транскрипта.",
    missing: "Шаг {step}: в некоторых образцах нет части транскриптов, и у их генов нет числа прочтений.",
    layers: "Шаг {step}: другие слои ({names}) не складываются и убраны.",
    "no-estimates":
      "Шаг {step}: транскрипты складывают по оценкам прочтений, представленности (TPM) и эффективным длинам, а в этой матрице есть не всё. Загрузите файлы Salmon, kallisto или RSEM как есть; одни прочтения складывает «Свести зонды».",
  },
});

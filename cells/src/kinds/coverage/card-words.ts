// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-coverage", {
  en: {
    title: "Coverage",
    coverage: "Coverage",
    "coverage-line": "Depth along the chromosomes, or reads of each gene",
    "coverage-words": "depth bam reads count genes featurecounts bedtools samtools bins",
    "needs-from": "Choose alignments (a BAM).",
  },
  ru: {
    title: "Покрытие",
    coverage: "Покрытие",
    "coverage-line": "Глубина вдоль хромосом или число прочтений на ген",
    "coverage-words": "глубина bam прочтения подсчёт гены featurecounts bedtools samtools окна",
    "needs-from": "Выберите выравнивания (BAM).",
  },
});

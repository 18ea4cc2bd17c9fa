// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-region", {
  en: {
    title: "Region",
    region: "Read a region",
    "region-line": "Reads, variants or intervals of a place, as a table",
    "region-words": "bam reads alignments vcf bigwig tabix locus place chromosome samtools view",
    "needs-from": "Choose a file that is read by place: BAM, bigWig, or one with an index.",
    "needs-place": "Write a place, such as chr1:1,000-2,000.",
  },
  ru: {
    title: "Место",
    region: "Прочитать место",
    "region-line": "Прочтения, варианты или интервалы места в виде таблицы",
    "region-words": "bam прочтения выравнивания vcf bigwig tabix локус регион хромосома samtools view",
    "needs-from": "Выберите файл, который читается по местам: BAM, bigWig или файл с индексом.",
    "needs-place": "Укажите место, например chr1:1000-2000.",
  },
});

// What is said of the format bam.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-bam", {
  en: {
    title: "BAM",
    why: "It begins as BAM does: packed alignments.",
    "why-set": "It is a BAM with its index.",
    "not-blocks": "{name} is packed with gzip and not in blocks, as no BAM is. Make it again: samtools view -b.",
    "no-index":
      "{name} has no index, so places in it are read from its beginning. Load it together with its index ({name}.bai): samtools index {name}.",
    "no-index-unsorted":
      "{name} has no index and is not sorted by place, so places in it are read by going through all of it: samtools sort, then samtools index.",
    "no-build": "Of which reference build it is cannot be told from its sequences.",
    "estimate-no-index":
      "{name} has no index, by which alone an estimate is made: samtools index {name}, and load both together.",
    "needs-index":
      "{name} is {size} MB large and has no index: a place in it would be looked for from its beginning. Make one (samtools index {name}) and load both together.",
  },
  ru: {
    title: "BAM",
    why: "Начинается как BAM: упакованные выравнивания.",
    "why-set": "Это BAM со своим индексом.",
    "not-blocks": "{name} упакован gzip, а не блоками, как положено BAM. Сделайте его заново: samtools view -b.",
    "no-index":
      "У {name} нет индекса, поэтому места в нём читаются с начала файла. Загрузите его вместе с индексом ({name}.bai): samtools index {name}.",
    "no-index-unsorted":
      "У {name} нет индекса, и он не отсортирован по местам: чтобы найти место, он читается весь. Нужны samtools sort и samtools index.",
    "no-build": "По последовательностям не видно, какая это сборка генома.",
    "estimate-no-index":
      "У {name} нет индекса, а оценка делается только по нему: samtools index {name}, затем загрузите файлы вместе.",
    "needs-index":
      "{name} занимает {size} МБ и не имеет индекса: место искалось бы с начала файла. Сделайте индекс (samtools index {name}) и загрузите файлы вместе.",
  },
});

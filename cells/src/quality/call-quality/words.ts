// What is said of the rule call-quality.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-call-quality", {
  en: {
    title: "Quality of genotypes",
    does: "Genotypes of which the caller was not sure (GQ), of each sample",
    least: "a genotype is doubtful below",
    "no-layer":
      "The matrix was loaded without qualities of genotypes. Name GQ among the layers of the cell that loads the VCF, where the file has it.",
    nothing: "No quality is written of any genotype.",
    low: "{sample}: {value} of its genotypes have a quality below {least}; above {threshold}",
    all: "{n} of {all} {all|genotype|genotypes} with a quality {n|has|have} one below {least}.",
  },
  ru: {
    title: "Качество генотипов",
    does: "Генотипы, в которых программа не была уверена (GQ), у каждого образца",
    least: "генотип сомнителен ниже",
    "no-layer":
      "Матрица загружена без качества генотипов. Назовите GQ среди слоёв в ячейке, которая загружает VCF, если в файле оно есть.",
    nothing: "Качество не записано ни у одного генотипа.",
    low: "{sample}: доля генотипов с качеством ниже {least} — {value}; выше {threshold}",
    all: "Генотипов с качеством ниже {least}: {n} из {all}, у которых оно записано.",
  },
});

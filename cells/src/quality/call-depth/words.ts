// What is said of the rule call-depth.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-call-depth", {
  en: {
    title: "Depth of genotypes",
    does: "Reads behind the genotypes of each sample (DP): where they are few, one allele of two is missed and genotypes are guesses",
    least: "a genotype is shallow below",
    share: "shallow genotypes: doubtful above",
    "no-layer":
      "The matrix was loaded without depths. Name DP among the layers of the cell that loads the VCF, where the file has it.",
    nothing: "No depth is written of any genotype.",
    low: "{sample}: mean depth is {value}, below {threshold}",
    uneven: "{sample}: {value} of its genotypes have a depth below {least}; above {threshold}",
    all: "{n} of {all} {all|genotype|genotypes} with a depth {n|has|have} one below {least}.",
  },
  ru: {
    title: "Глубина генотипов",
    does: "Прочтения за генотипами каждого образца (DP): где их мало, один аллель из двух теряется, и генотип угадан",
    least: "генотип мелкий ниже",
    share: "мелкие генотипы: сомнительно выше",
    "no-layer": "Матрица загружена без глубин. Назовите DP среди слоёв в ячейке, которая загружает VCF, если в файле она есть.",
    nothing: "Глубина не записана ни у одного генотипа.",
    low: "{sample}: средняя глубина {value}, ниже {threshold}",
    uneven: "{sample}: доля генотипов с глубиной ниже {least} — {value}; выше {threshold}",
    all: "Генотипов с глубиной ниже {least}: {n} из {all}, у которых она записана.",
  },
});

// What is said of the rule sample-missingness.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-sample-missingness", {
  en: {
    title: "Missing genotypes",
    does: "Genotypes that are missing, of each sample and of each site: poor DNA and bad probes lack them, and not by chance",
    site: "sites: doubtful above",
    lacks: "{sample}: {value} of the genotypes are missing; above {threshold}",
    sites: "{n} of {all} {all|site|sites} {n|lacks|lack} more than {threshold} of the genotypes, the worst {value}",
  },
  ru: {
    title: "Пропуски генотипов",
    does: "Непрочитанные генотипы каждого образца и каждого сайта: их мало у плохой ДНК и негодных проб, и не случайно",
    site: "сайты: сомнительно выше",
    lacks: "{sample}: доля непрочитанных генотипов {value}; выше {threshold}",
    sites: "Сайтов, где доля непрочитанных генотипов больше {threshold}: {n} из {all}, у худшего {value}",
  },
});

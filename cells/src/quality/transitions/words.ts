// What is said of the rule transitions.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-transitions", {
  en: {
    title: "Transitions and transversions",
    does: "Ti/Tv over single bases: about 2 in whole genomes and 3 in exomes; false variants come by chance and pull it to 0.5",
    fail: "data set: fails below",
    "genome-low": "genome: from",
    "genome-high": "genome: to",
    "exome-low": "exome: from",
    "exome-high": "exome: to",
    deviations: "samples: doubtful beyond (MAD)",
    least: "samples: least difference",
    sites: "sites at least",
    "no-alleles": "No two columns of the sites say their alleles (ref and alt, or a1 and a2).",
    few: "{n} {n|site is|sites are} single bases that change; below {least} the ratio is chance.",
    low: "Ti/Tv is {value}, below {threshold}: so many variants by chance are among them (errors have 0.5)",
    neither:
      "Ti/Tv is {value}: neither that of a whole genome ({genomeLow} to {genomeHigh}) nor that of exomes ({exomeLow} to {exomeHigh})",
    sample: "{sample}: Ti/Tv is {value}, usual is {median}; {z} deviations, more than {threshold}",
  },
  ru: {
    title: "Транзиции и трансверсии",
    does: "Ti/Tv по однонуклеотидным заменам: около 2 в геноме и 3 в экзоме; ложные варианты случайны и тянут к 0,5",
    fail: "набор: не годится ниже",
    "genome-low": "геном: от",
    "genome-high": "геном: до",
    "exome-low": "экзом: от",
    "exome-high": "экзом: до",
    deviations: "образцы: сомнительно дальше (MAD)",
    least: "образцы: наименьшее отличие",
    sites: "сайтов не меньше",
    "no-alleles": "Никакие два столбца сайтов не называют их аллели (ref и alt или a1 и a2).",
    few: "Однонуклеотидных замен {n}; меньше {least} — отношение случайно.",
    low: "Ti/Tv равно {value}, ниже {threshold}: столько среди вариантов случайных (у ошибок 0,5)",
    neither: "Ti/Tv равно {value}: это не геном (от {genomeLow} до {genomeHigh}) и не экзом (от {exomeLow} до {exomeHigh})",
    sample: "{sample}: Ti/Tv равно {value}, обычно {median}; отклонений {z}, больше {threshold}",
  },
});

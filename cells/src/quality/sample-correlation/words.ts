// What is said of the rule sample-correlation.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-sample-correlation", {
  en: {
    least: "and lower by at least",
    title: "Likeness of samples",
    does: "Median correlation of each sample with the others (of its group, where one is named): what is unlike all others was mixed up, degraded or swapped",
    unlike: "{sample}: its median correlation is {value} (of all {median}), {z} median absolute deviations; below {threshold}",
  },
  ru: {
    least: "и ниже хотя бы на",
    title: "Сходство образцов",
    does: "Медиана корреляций каждого образца с остальными (его группы, если она названа): непохожий на все спутан, разрушен или подменён",
    unlike: "{sample}: медиана корреляций {value} (у всех {median}), медианных абсолютных отклонений {z}; ниже {threshold}",
  },
});

// What is said of the rule detected-features.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-detected-features", {
  en: {
    title: "Detected genes",
    does: "Genes with at least one read in each sample, beside the median of all",
    "no-counts": "Genes are detected by counts; these values are none.",
    few: "{sample}: {value} rows ({noun}) with a read, {share} of the median ({median}); less than {threshold} of it",
  },
  ru: {
    title: "Обнаруженные гены",
    does: "Гены хотя бы с одним прочтением в каждом образце рядом с медианой всех",
    "no-counts": "Обнаружение генов считается по числам прочтений, а это не они.",
    few: "{sample}: строк ({noun}) с прочтениями {value}, {share} медианы ({median}); меньше {threshold} от неё",
  },
});

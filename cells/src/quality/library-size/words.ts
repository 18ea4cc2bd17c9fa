// What is said of the rule library-size.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-library-size", {
  en: {
    title: "Library size",
    does: "Reads of each sample beside the median of all: a shallow library has lost the genes that few reads tell of",
    "no-counts": "Library sizes are told of counts; these values are none.",
    shallow: "{sample}: {value} reads, {share} of the median ({median}); less than {threshold} of it",
  },
  ru: {
    title: "Размер библиотеки",
    does: "Число прочтений каждого образца рядом с медианой всех: в мелкой библиотеке теряются слабо экспрессируемые гены",
    "no-counts": "Размер библиотеки считается по числам прочтений, а это не они.",
    shallow: "{sample}: прочтений {value}, {share} медианы ({median}); меньше {threshold} от неё",
  },
});

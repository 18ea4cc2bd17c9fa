// What is said of the format fastq.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-fastq", {
  en: {
    title: "FASTQ (reads)",
    "why-read": "A title with “@” (“{first}”), bases under it, then a line with “+”: a read.",
    "why-begun": "A title with “@” (“{first}”) and bases under it: a read whose qualities do not follow yet.",
  },
  ru: {
    title: "FASTQ (прочтения)",
    "why-read": "Заголовок с «@» («{first}»), под ним основания, затем строка с «+»: прочтение.",
    "why-begun": "Заголовок с «@» («{first}»), под ним основания: прочтение, качество которого ещё не идёт.",
  },
});

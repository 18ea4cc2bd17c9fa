// What is said of the format tsv.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-tsv", { en: { title: "TSV (tabs)" }, ru: { title: "TSV (табуляции)" } });

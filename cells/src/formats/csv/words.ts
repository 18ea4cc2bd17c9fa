// What is said of the format csv.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-csv", { en: { title: "CSV (commas)" }, ru: { title: "CSV (запятые)" } });

// What is said of the format xls.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-xls", { en: { title: "Excel 97–2003" }, ru: { title: "Excel 97–2003" } });

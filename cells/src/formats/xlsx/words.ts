// What is said of the format xlsx.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-xlsx", { en: { title: "Excel" }, ru: { title: "Excel" } });

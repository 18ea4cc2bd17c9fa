// What is said of the format jsonl.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-jsonl", { en: { title: "JSON lines" }, ru: { title: "JSON по строкам" } });

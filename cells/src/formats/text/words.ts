// What is said of the format text.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-text", { en: { title: "Plain text" }, ru: { title: "Простой текст" } });

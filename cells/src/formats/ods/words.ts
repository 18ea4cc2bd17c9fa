// What is said of the format ods.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-ods", { en: { title: "OpenDocument" }, ru: { title: "OpenDocument" } });

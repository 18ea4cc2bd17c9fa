// What is said of the format rds.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-rds", {
  en: { title: "R, one object (.rds)" },
  ru: { title: "R, один объект (.rds)" },
});

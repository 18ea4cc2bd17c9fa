// What is said of the format parquet.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-parquet", { en: { title: "Parquet" }, ru: { title: "Parquet" } });

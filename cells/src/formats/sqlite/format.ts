// Databases of SQLite 3 (sqlite.org/fileformat2.html): each table and view as a sheet.

import { defineFormat } from "../../contract/format.ts";
import { letters } from "../parts/file-head.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export const sqlite = defineFormat({
  name: "sqlite",
  version: 1,
  endings: [".sqlite", ".sqlite3", ".db", ".db3"],
  isText: false,
  isStreamed: false,
  yields: ["table", "assay"],
  settings: ["sheet"],
  memoryPerByte: 5,
  words,
  sniff: ({ bytes, parts }) =>
    parts === null && letters(bytes, "SQLite format 3\0") ? { confidence: 1, why: loadWords.key("why-signature") } : null,
});

// Apache Parquet, read by DuckDB.

import { defineFormat } from "../../contract/format.ts";
import { letters } from "../parts/file-head.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export const parquet = defineFormat({
  name: "parquet",
  version: 4,
  engines: ["duckdb"],
  endings: [".parquet", ".pq"],
  isText: false,
  isStreamed: false,
  yields: ["table", "assay"],
  settings: [],
  memoryPerByte: 0.4,
  words,
  sniff: ({ bytes, parts }) =>
    parts === null && letters(bytes, "PAR1") ? { confidence: 1, why: loadWords.key("why-signature") } : null,
});

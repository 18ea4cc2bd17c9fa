// JSON lines (jsonlines.org): an object a line, its keys the columns.

import { defineFormat } from "../../contract/format.ts";
import { jsonOf } from "./json-of-head.ts";
import { words } from "./words.ts";

export const jsonl = defineFormat({
  name: "jsonl",
  // 4: NaN and Infinity are read, 1e400 stays text, keys stand in the order of the lines.
  version: 4,
  endings: [".jsonl", ".ndjson", ".json"],
  isText: true,
  isStreamed: true,
  yields: ["table"],
  settings: ["encoding"],
  memoryPerByte: 0.4,
  words,
  sniff: (head) => jsonOf(head).lines,
});

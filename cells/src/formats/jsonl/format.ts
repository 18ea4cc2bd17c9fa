// JSON lines (jsonlines.org): an object a line, its keys the columns.

import { defineFormat } from "../../contract/format.ts";
import { jsonOf } from "../parts/json/json-of-head.ts";
import { words } from "./words.ts";

export const jsonl = defineFormat({
  name: "jsonl",
  // 5: a key that an object names twice is refused.
  version: 6,
  endings: [".jsonl", ".ndjson", ".json"],
  isText: true,
  isStreamed: true,
  yields: ["table"],
  settings: ["encoding"],
  memoryPerByte: 0.4,
  words,
  sniff: (head) => jsonOf(head).lines,
});

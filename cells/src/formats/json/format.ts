// JSON (RFC 8259): one document that holds a table, as records, as columns, or as pandas writes them.

import { defineFormat } from "../../contract/format.ts";
import { jsonOf } from "../parts/json/json-of-head.ts";
import { words } from "./words.ts";

export const json = defineFormat({
  name: "json",
  version: 1,
  endings: [".json"],
  isText: true,
  isStreamed: false,
  yields: ["table", "assay"],
  settings: ["encoding", "header"],
  memoryPerByte: 8,
  words,
  sniff: (head) => jsonOf(head).json,
});

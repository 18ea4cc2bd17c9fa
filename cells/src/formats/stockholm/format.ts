// Stockholm 1.0, alignments of Pfam and Rfam with what is known of them (Pfam, "Stockholm format"; HMMER user's guide): rows, and lines
// of marks "#=GF" of the file, "#=GS" of a row, "#=GC" of columns, "#=GR" of the letters of a row.

import { defineFormat } from "../../contract/format.ts";
import { words } from "./words.ts";

export const stockholm = defineFormat({
  name: "stockholm",
  // 2: what is said of rows stands in the order of the file.
  version: 2,
  endings: [".sto", ".stk", ".sth", ".stockholm"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: ["encoding", "alphabet"],
  memoryPerByte: 5,
  words,
  sniff: ({ text }) => {
    const version = /^\s*# STOCKHOLM (\d\.\d)/.exec(text ?? "")?.[1];
    return version === undefined ? null : { confidence: 1, why: words.key("why-header"), version };
  },
});

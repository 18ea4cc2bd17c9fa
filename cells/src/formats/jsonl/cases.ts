// Files of the format jsonl, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "objects with other keys, an empty line, texts and numbers",
      bytes: () => utf8('{"a":1,"b":"x\\ny"}\n\n{"b":"007","c":true}\n{"a":2.5,"d":{"e":[1,2]}}\n'),
      gives: { type: "table", shape: [3, 4] },
    },
    {
      title: "a value in 499 others, and brackets in a text (L-3)",
      bytes: () => utf8(`${'{"a":'.repeat(500)}1${"}".repeat(500)}\n{"a":"${"[".repeat(2_000)}"}\n`),
      gives: { type: "table", shape: [2, 1] },
    },
  ],
  bad: [
    {
      title: "a value in 500 others (L-3)",
      bytes: () => utf8(`{"a":1}\n${'{"a":'.repeat(501)}1${"}".repeat(501)}\n`),
      reason: "load.json-nested",
      line: 2,
    },
    {
      title: "a value in 200,000 others",
      bytes: () => utf8(`{"a":1}\n{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}\n`),
      reason: "load.json-nested",
      line: 2,
    },
    { title: "a line that is no object", bytes: () => utf8('{"a":1}\n\n{"a":2\n{"a":3}\n'), reason: "load.json-line", line: 3 },
    { title: "a list among objects", bytes: () => utf8('{"a":1}\n[2]\n'), reason: "load.json-line", line: 2 },
  ],
};

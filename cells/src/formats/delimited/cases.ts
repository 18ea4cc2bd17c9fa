// Files of the format delimited, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "semicolons, a decimal comma",
      bytes: () => utf8("name;v\na;1,5\nb;2,25\nc;3\n"),
      gives: { type: "table", shape: [3, 2] },
      issues: [["marks-comma", 2]],
    },
    {
      title: "bars",
      bytes: () => utf8("name|v\na|1.5\nb|2.25\n"),
      gives: { type: "table", shape: [2, 2] },
    },
  ],
  headerOnly: () => utf8("gene;a;b\n"),
  bad: [{ title: "a row that is too short", bytes: () => utf8("a;b;c\n1;2;3\n3;4\n"), reason: "load.rows-unequal", line: 3 }],
};

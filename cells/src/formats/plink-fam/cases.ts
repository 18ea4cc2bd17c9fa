// Files of the format plink-fam, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const rows = "F1 mother 0 0 2 1\nF1 father 0 0 1 2\nF1 child father mother 0 -9\nF2 alone 0 0 1 1\nF2 other 0 0 0 2\n";

export const cases: FormatCases = {
  examples: [
    {
      title: "five samples",
      bytes: () => utf8(rows),
      gives: { type: "table", shape: [5, 6] },
      issues: [["cases", null]],
    },
    {
      title: "line ends of Windows",
      bytes: () => utf8(rows.replaceAll("\n", "\r\n")),
      gives: { type: "table", shape: [5, 6] },
      issues: [["cases", null]],
    },
  ],
  bad: [],
};

// Files of the format tsv, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "a header one field short, as R writes row names",
      bytes: () => utf8("sex\tage\nA1\tF\t12\nA2\tM\tNA\n"),
      gives: { type: "table", shape: [2, 3] },
      issues: [["row-names", 1]],
    },
    {
      title: "commas inside, lines that end in CR alone",
      bytes: () => utf8("gene\tproduct\rXist\ta, b\rTsix\tc, d\r"),
      gives: { type: "table", shape: [2, 2] },
    },
  ],
  headerOnly: () => utf8("gene\ta\tb\n"),
  bad: [
    { title: "a row that is too short", bytes: () => utf8("a\tb\tc\n1\t2\t3\n3\t4\n"), reason: "load.rows-unequal", line: 3 },
    { title: "line ends of two systems", bytes: () => utf8("a\tb\n1\t2\r3\t4\n5\t6\n"), reason: "load.line-ends-mixed", line: 2 },
  ],
};

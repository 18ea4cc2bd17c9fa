// Files of the format gmx, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "two sets, one longer",
      bytes: () => utf8("virus\tmyelin\nna\tna\nMx1\tMbp\nIfit1\tPlp1\nOas2\t\n"),
      gives: { type: "table", shape: [5, 3] },
    },
    {
      title: "Windows line ends, a set without genes",
      bytes: () => utf8("virus\tnone\r\nna\tna\r\nMx1\t\r\nIfit1\t\r\n"),
      gives: { type: "table", shape: [2, 3] },
      issues: [["without-genes", 1]],
    },
  ],
  bad: [
    { title: "a set without a name", bytes: () => utf8("virus\t\nna\tna\nMx1\tMbp\n"), reason: "gene-sets.no-name", line: 1 },
  ],
};

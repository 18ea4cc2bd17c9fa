// Files of the format plink-map, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const rows = "1 rs1 0 100\n1 rs2 0 200\n23 rs3 0 300\n";

export const cases: FormatCases = {
  examples: [
    {
      title: "sites",
      bytes: () => utf8(rows),
      gives: { type: "table", shape: [3, 4] },
    },
    {
      title: "line ends of Windows",
      bytes: () => utf8(rows.replaceAll("\n", "\r\n")),
      gives: { type: "table", shape: [3, 4] },
    },
  ],
  bad: [],
};

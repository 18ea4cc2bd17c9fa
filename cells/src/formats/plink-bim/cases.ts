// Files of the format plink-bim, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const rows = "1\trs1\t0\t100\tA\tG\n1\trs2\t0\t200\tC\tT\n23\trs3\t0\t300\t0\tT\n";

export const cases: FormatCases = {
  examples: [
    {
      title: "sites with alleles",
      bytes: () => utf8(rows),
      gives: { type: "table", shape: [3, 6] },
    },
    {
      title: "line ends of Windows",
      bytes: () => utf8(rows.replaceAll("\n", "\r\n")),
      gives: { type: "table", shape: [3, 6] },
    },
  ],
  bad: [],
};

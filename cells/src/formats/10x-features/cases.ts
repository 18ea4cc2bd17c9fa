// Files of the format 10x-features, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const two = "ENSG00000186975\tRBP7\tGene Expression\nENSG00000187271\tC1QA\tGene Expression\n";

export const cases: FormatCases = {
  examples: [
    {
      title: "with antibodies",
      bytes: () => utf8(`${two}CD3\tCD3_TotalSeqB\tAntibody Capture\n`),
      gives: { type: "table", shape: [3, 3] },
      issues: [["with-features", null]],
    },
    {
      title: "with places, as Cell Ranger ARC writes it",
      bytes: () => utf8("ENSG00000187049\tMAD2L2\tGene Expression\tchr1\t0\t500\nchr1:0-500\tchr1:0-500\tPeaks\tchr1\t0\t500\n"),
      gives: { type: "table", shape: [2, 6] },
      issues: [["with-features", null]],
    },
  ],
  bad: [],
};

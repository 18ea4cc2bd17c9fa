// Files of the format featurecounts-summary, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "two samples",
      bytes: () => utf8("Status\tS0.bam\tS1.bam\nAssigned\t2885\t2901\nUnassigned_Unmapped\t0\t3\nUnassigned_Ambiguity\t1\t0\n"),
      gives: { type: "table", shape: [3, 3] },
    },
  ],
  bad: [],
};

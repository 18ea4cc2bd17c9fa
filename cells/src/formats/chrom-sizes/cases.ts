// Files of the format chrom-sizes, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const hg19 = "chr1\t249250621\nchr2\t243199373\nchr3\t198022430\nchrX\t155270560\n";

export const cases: FormatCases = {
  examples: [{ title: "chromosomes of GRCh37", bytes: () => utf8(hg19), gives: { type: "table", shape: [4, 2] } }],
  bad: [
    {
      title: "a length that is none",
      bytes: () => utf8(`${hg19}chr9\t0\n`),
      reason: "intervals.before-first",
      line: 5,
    },
    { title: "a length that is no number", bytes: () => utf8(`${hg19}chr9\tlong\n`), reason: "intervals.no-whole", line: 5 },
  ],
};

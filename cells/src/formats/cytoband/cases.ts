// Files of the format cytoband, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const bands = "chr1\t0\t2300000\tp36.33\tgneg\nchr1\t2300000\t5300000\tp36.32\tgpos25\nchr1\t5300000\t7100000\tp36.31\tacen\n";

export const cases: FormatCases = {
  examples: [
    { title: "bands", bytes: () => utf8(bands), gives: { type: "table", shape: [3, 5] } },
    {
      title: "with the line of names of the table browser",
      bytes: () => utf8(`#chrom\tchromStart\tchromEnd\tname\tgieStain\n${bands}`),
      gives: { type: "table", shape: [3, 5] },
    },
  ],
  bad: [
    {
      title: "a start behind the end",
      bytes: () => utf8(`${bands}${bands.replace("5300000\t7100000", "7200000\t7100000")}`),
      reason: "intervals.start-after-end",
      line: 6,
    },
  ],
};

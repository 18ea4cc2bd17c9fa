// Files of the format gappedpeak, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const peaks =
  "chr1\t100\t300\tp1\t982\t.\t100\t300\t0\t1\t200\t0\t12.3\t100.6\t98.2\nchr1\t500\t700\tp2\t692\t.\t500\t700\t0\t2\t50,10\t0,190\t8.2\t3\t-1\n";

export const cases: FormatCases = {
  examples: [{ title: "peaks", bytes: () => utf8(peaks), gives: { type: "table", shape: [2, 15] } }],
  headerOnly: () => utf8("track type=gappedPeak\n"),
  bad: [
    {
      title: "an end before the start",
      bytes: () => utf8(`${peaks}${peaks.replace("500\t700", "800\t700")}`),
      reason: "intervals.start-after-end",
      line: 4,
    },
  ],
};

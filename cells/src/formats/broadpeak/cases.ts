// Files of the format broadpeak, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const peaks =
  "chr1\t100\t300\tp1\t982\t.\t12.3\t100.6\t98.2\nchr1\t500\t700\tp2\t692\t.\t8.2\t3\t-1\nchr2\t5\t90\tp3\t10\t+\t1\t2\t3\nchr2\t95\t190\tp4\t10\t+\t1\t2\t3\n";

export const cases: FormatCases = {
  examples: [{ title: "peaks", bytes: () => utf8(peaks), gives: { type: "table", shape: [4, 9] } }],
  headerOnly: () => utf8("track type=broadPeak\n"),
  bad: [
    { title: "a p that is no number", bytes: () => utf8(peaks.replace("100.6", "low")), reason: "intervals.no-number", line: 1 },
    {
      title: "a strand that is none",
      bytes: () => utf8(peaks.replace("692\t.", "692\tx")),
      reason: "intervals.no-strand",
      line: 2,
    },
  ],
};

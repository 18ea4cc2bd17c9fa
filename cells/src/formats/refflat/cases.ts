// Files of the format refflat, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const genes =
  "MYCL\tNM_1\tchr1\t-\t100\t900\t120\t800\t2\t100,500,\t300,900,\nPTEN\tNM_2\tchr10\t+\t10\t90\t10\t90\t1\t10,\t90,\n";

export const cases: FormatCases = {
  examples: [
    { title: "transcripts", bytes: () => utf8(genes), gives: { type: "table", shape: [2, 11] } },
    {
      title: "with the line of names of UCSC",
      bytes: () =>
        utf8(`#geneName\tname\tchrom\tstrand\ttxStart\ttxEnd\tcdsStart\tcdsEnd\texonCount\texonStarts\texonEnds\n${genes}`),
      gives: { type: "table", shape: [2, 11] },
    },
  ],
  bad: [
    {
      title: "an end before the start",
      bytes: () => utf8(`${genes}${genes}${genes.replace("10\t90\t10", "95\t90\t10")}`),
      reason: "intervals.start-after-end",
      line: 6,
    },
  ],
};

// Files of the format seg, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const segments =
  "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nS1\t1\t61735\t86341\t15\t-0.683\nS1\tX\t98588\t3166089\t717\t0.3069\nS2\t1\t100\t200\t7\tNA\n";

export const cases: FormatCases = {
  examples: [
    { title: "of DNAcopy", bytes: () => utf8(segments), gives: { type: "table", shape: [3, 6] } },
    {
      title: "of TCGA",
      bytes: () =>
        utf8(
          segments.replace(
            "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean",
            "Sample\tChromosome\tStart\tEnd\tNum_Probes\tSegment_Mean",
          ),
        ),
      gives: { type: "table", shape: [3, 6] },
    },
  ],
  headerOnly: () => utf8(`${segments.split("\n")[0]}\n`),
  bad: [
    {
      title: "a start behind the end",
      bytes: () => utf8(segments.replace("98588", "3198588")),
      reason: "intervals.start-after-end",
      line: 3,
    },
    {
      title: "a mean that is no number",
      bytes: () => utf8(segments.replace("0.3069", "gain")),
      reason: "intervals.no-number",
      line: 3,
    },
  ],
};

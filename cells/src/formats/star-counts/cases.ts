// Files of the format star-counts, for its contract suite: as STAR 2.7.10b writes them.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const above = "N_unmapped\t0\t0\t0\nN_multimapping\t0\t0\t0\nN_noFeature\t115\t129\t2986\nN_ambiguous\t0\t0\t0\n";
const genes = "ENSG00000171875\t247\t244\t3\nENSG00000171876\t89\t89\t0\n";

export const cases: FormatCases = {
  examples: [
    {
      title: "a library with the strand of the first read",
      bytes: () => utf8(above + genes),
      gives: { type: "assay", shape: [2, 1] },
      atMost: 6,
      issues: [["star-strand", null]],
    },
  ],
  bad: [
    { title: "no genes", bytes: () => utf8(above), reason: "quantified.no-rows", line: null },
    {
      title: "a line that was cut",
      bytes: () => utf8(`${above}ENSG00000171875\t247\n`),
      reason: "quantified.fields-differ",
      line: 5,
    },
    {
      title: "a count that is none",
      bytes: () => utf8(`${above}ENSG00000171875\t247\tx\t3\n`),
      reason: "quantified.no-number",
      line: 5,
    },
  ],
};

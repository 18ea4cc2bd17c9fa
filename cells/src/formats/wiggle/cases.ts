// Files of the format wiggle, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const fixed = "track type=wiggle_0\nfixedStep chrom=chr3 start=400601 step=100 span=5\n11\n22\n33.5\n";
const variable = "variableStep chrom=chr2\n300701 12.5\n300702 12.5\nvariableStep chrom=chr9 span=2\n10 1\n";

export const cases: FormatCases = {
  examples: [
    { title: "fixed steps", bytes: () => utf8(fixed), gives: { type: "table", shape: [3, 4] } },
    { title: "variable steps", bytes: () => utf8(variable), gives: { type: "table", shape: [3, 4] } },
  ],
  headerOnly: () => utf8("fixedStep chrom=chr3 start=1\n"),
  bad: [
    { title: "a value that is none", bytes: () => utf8(fixed.replace("22", "x")), reason: "intervals.no-number", line: 4 },
    {
      title: "a declaration without a start",
      bytes: () => utf8(fixed.replace("start=400601 ", "")),
      reason: "format-wiggle.declaration",
      line: 2,
    },
    {
      title: "a position that is none",
      bytes: () => utf8(variable.replace("300702", "x")),
      reason: "format-wiggle.no-position",
      line: 3,
    },
    {
      title: "a value without a position",
      bytes: () => utf8(variable.replace("300702 ", "")),
      reason: "format-wiggle.other-values",
      line: 3,
    },
  ],
};

// Files of the format bedmethyl, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const encode =
  "chr1\t100\t101\t.\t39\t+\t100\t101\t0,255,0\t39\t47\nchr1\t200\t201\t.\t62\t+\t200\t201\t255,0,0\t62\t70\nchr2\t8\t9\t.\t5\t-\t8\t9\t0,0,0\t5\t100\n";
const modkit =
  "chr20\t100\t101\th\t2\t+\t100\t101\t255,0,0\t2\t0.00\t0\t2\t0\t0\t0\t0\t0\nchr20\t100\t101\tm\t2\t+\t100\t101\t255,0,0\t2\t50.00\t1\t1\t0\t0\t0\t0\t0\n";

export const cases: FormatCases = {
  examples: [
    { title: "eleven columns of ENCODE", bytes: () => utf8(encode), gives: { type: "table", shape: [3, 11] } },
    { title: "eighteen columns of modkit", bytes: () => utf8(modkit), gives: { type: "table", shape: [2, 18] } },
    {
      title: "blanks behind the tenth field, as older modkit writes",
      bytes: () => utf8(modkit.replaceAll(/(255,0,0\t.*)/g, (all) => all.replaceAll("\t", " ").replace(" ", "\t"))),
      gives: { type: "table", shape: [2, 18] },
    },
  ],
  bad: [
    {
      title: "a coverage that is no number",
      bytes: () => utf8(`${encode}${encode.replace("\t62\t70", "\tmany\t70")}`),
      reason: "intervals.no-whole",
      line: 5,
    },
  ],
};

// Files of the format bedpe, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const pairs =
  "chr1\t10\t20\tchr5\t50\t60\ta\t30\t+\t-\nchr9\t10\t20\tchr9\t5000\t6000\tb\t100\t+\t-\n.\t-1\t-1\tchr9\t5000\t6000\tc\t1\t.\t-\nchr2\t1\t2\tchr2\t3\t4\td\t0\t+\t+\n";

export const cases: FormatCases = {
  examples: [
    { title: "pairs, one of which is half known", bytes: () => utf8(pairs), gives: { type: "table", shape: [4, 10] } },
    {
      title: "loops of Juicer",
      bytes: () =>
        utf8(
          "chr1\tx1\tx2\tchr2\ty1\ty2\tcolor\to\n1\t50000\t55000\t1\t250000\t255000\t0,255,255\t31\n2\t50000\t55000\t2\t250000\t255000\t0,255,255\t3\n",
        ),
      gives: { type: "table", shape: [2, 8] },
    },
  ],
  bad: [
    {
      title: "a second place that ends before it starts",
      bytes: () => utf8(pairs.replace("3\t4\td", "5\t4\td")),
      reason: "intervals.start-after-end",
      line: 4,
    },
    {
      title: "a start that is no number",
      bytes: () => utf8(pairs.replace("3\t4\td", "x\t4\td")),
      reason: "intervals.no-whole",
      line: 4,
    },
  ].map((one) => ({
    ...one,
    bytes: () => utf8(new TextDecoder().decode(one.bytes()).replace("chr2\t1", `${pairs}${pairs}chr2\t1`)),
    line: one.line + 8,
  })),
};

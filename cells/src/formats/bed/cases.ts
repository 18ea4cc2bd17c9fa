// Files of the format bed, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const six =
  "chr1\t100\t200\ta\t0\t+\nchr1\t300\t450\tb\t960\t-\nchr2\t5\t5\tins\t0\t.\nchrX\t9\t20\td\t1\t+\nchrX\t30\t40\te\t2\t+\n";

export const cases: FormatCases = {
  examples: [
    { title: "six columns", bytes: () => utf8(six), gives: { type: "table", shape: [5, 6] } },
    {
      title: "line ends of Windows, remarks, empty lines and display lines",
      bytes: () =>
        utf8(`# made by hand\r\nbrowser position chr1:1-100\r\ntrack name="x y" db=hg19\r\n\r\n${six.replaceAll("\n", "\r\n")}`),
      gives: { type: "table", shape: [5, 6] },
    },
    {
      title: "three columns between blanks",
      bytes: () => utf8("chr1 100 200\nchr1  300  450\nchr7\t5 9\n"),
      gives: { type: "table", shape: [3, 3] },
    },
  ],
  headerOnly: () => utf8('track name="nothing"\n'),
  bad: [
    {
      title: "a start behind the end",
      bytes: () => utf8(six.replace("300\t450", "500\t450")),
      reason: "intervals.start-after-end",
      line: 2,
    },
    { title: "a start below 0", bytes: () => utf8(six.replace("9\t20", "-1\t20")), reason: "intervals.before-first", line: 4 },
    {
      title: "a start beyond 32 bits",
      bytes: () => utf8(six.replace("9\t20", "2147483648\t2147483650")),
      reason: "intervals.beyond-32-bits",
      line: 4,
    },
    {
      title: "a start that is no number",
      bytes: () => utf8(six.replace("9\t20", "x9\t20")),
      reason: "intervals.no-whole",
      line: 4,
    },
    {
      title: "a line that is too short",
      bytes: () => utf8(six.replace("\t960\t-", "")),
      reason: "intervals.fields-differ",
      line: 2,
    },
    { title: "two fields", bytes: () => utf8(`${six}chr2\t5\n`), reason: "intervals.too-few-fields", line: 6 },
    {
      title: "a strand that is none",
      bytes: () => utf8(six.replace("\t960\t-", "\t960\tminus")),
      reason: "intervals.no-strand",
      line: 2,
    },
  ],
};

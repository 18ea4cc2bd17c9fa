// Files of the format jaspar-pfm, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const titled = ">MA0004.1 Arnt\n8.00 36.00 4.00\n28.00 30.00 24.00\n1.00 24.00 27.00\n17.00 14.00 37.00\n>MA2 X\n1\n2\n3\n4\n";

export const cases: FormatCases = {
  examples: [
    { title: "with titles", bytes: () => utf8(titled), gives: { type: "table", shape: [4, 7] } },
    {
      title: "SRF: without one",
      bytes: () => utf8(" 2  9  0  1 32  3\n 1 33 45 45  1  1\n39  2  1  0  0  0\n 4  2  0  0 13 42\n"),
      gives: { type: "table", shape: [6, 7] },
    },
  ],
  bad: [
    { title: "a word", bytes: () => utf8(titled.replace("3\n4\n", "3\nx\n")), reason: "motifs.no-number", line: 10 },
    { title: "a row that is missing", bytes: () => utf8(titled.replace("3\n4\n", "3\n")), reason: "motifs.letter-rows", line: 6 },
    {
      title: "a row of another length",
      bytes: () => utf8(titled.replace("3\n4\n", "3\n4 4\n")),
      reason: "motifs.row-width",
      line: 10,
    },
  ],
};

// Files of the format clustal, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const small = `CLUSTAL 2.1 multiple sequence alignment


human    MKVLAAGIV-LLAQW 14
mouse    MKVLAAGIVPLLAQW 15
         *********.*****

human    ERT
mouse    E-T
         * *
`;

export const cases: FormatCases = {
  examples: [
    { title: "two blocks with marks and counts", bytes: () => utf8(small), gives: { type: "table", shape: [2, 5] } },
    {
      title: "MUSCLE, an empty line first, line ends of Windows",
      bytes: () => utf8("\r\nMUSCLE (3.8) multiple sequence alignment\r\n\r\na  ACGT-ACGTA\r\nb  ACGTTACGTA\r\n"),
      gives: { type: "table", shape: [2, 5] },
    },
  ],
  bad: [
    {
      title: "a row that a block lacks",
      bytes: () => utf8(small.replace("mouse    E-T\n", "")),
      reason: "format-clustal.block",
      line: 8,
    },
    {
      title: "another row",
      bytes: () => utf8(small.replace("mouse    E-T", "rat      E-T")),
      reason: "format-clustal.other-row",
      line: 9,
    },
    {
      title: "a row of another length",
      bytes: () => utf8(small.replace("E-T", "E-TT")),
      reason: "sequences.row-length",
      line: 5,
    },
    { title: "a digit", bytes: () => utf8(small.replace("E-T", "E1T")), reason: "sequences.letter", line: 9 },
  ],
};

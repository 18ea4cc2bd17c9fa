// Files of the format jaspar, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const small =
  ">MA0004.1\tArnt\nA  [ 8 36  4 ]\nC  [28 30 24 ]\nG  [ 1 24 27 ]\nT  [17 14 37 ]\n>MA0079.5 SP1\nA [1]\nC [2]\nG [3]\nT [4]\n";

export const cases: FormatCases = {
  examples: [{ title: "two motifs", bytes: () => utf8(small), gives: { type: "table", shape: [4, 7] } }],
  bad: [
    { title: "a row that is too short", bytes: () => utf8(small.replace(" 27 ]", " ]")), reason: "motifs.row-width", line: 4 },
    { title: "a row that is missing", bytes: () => utf8(small.replace("T [4]\n", "")), reason: "motifs.letter-rows", line: 6 },
    { title: "another order", bytes: () => utf8(small.replace("C [2]", "G [2]")), reason: "motifs.row-letter", line: 8 },
    { title: "a word", bytes: () => utf8(small.replace("[2]", "[x]")), reason: "motifs.no-number", line: 8 },
  ],
};

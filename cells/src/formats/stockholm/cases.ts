// Files of the format stockholm, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const small = `# STOCKHOLM 1.0
#=GF ID   Test
#=GS a/1-8 DE The first
#=GC SS_cons       .<<>
a/1-8              UUAA
#=GR a/1-8 SS      -<<-
b/1-7              UU-A

#=GC SS_cons       ..>>
a/1-8              CUCU
#=GR a/1-8 SS      ->>-
b/1-7              CU.U
//
`;

export const cases: FormatCases = {
  examples: [
    { title: "two blocks with marks", bytes: () => utf8(small), gives: { type: "table", shape: [2, 6] } },
    {
      title: "two alignments of other lengths",
      bytes: () => utf8(`${small}# STOCKHOLM 1.0\na ACGUACGUA\n//\n`),
      gives: { type: "table", shape: [3, 7] },
    },
  ],
  bad: [
    { title: "an end that is missing", bytes: () => utf8(small.replace("//\n", "")), reason: "format-stockholm.cut", line: 12 },
    {
      title: "a row of another length",
      bytes: () => utf8(small.replace("CU.U", "CU.UU")),
      reason: "sequences.row-length",
      line: 7,
    },
    { title: "three words", bytes: () => utf8(small.replace("CU.U", "CU .U")), reason: "format-stockholm.row", line: 12 },
  ],
};

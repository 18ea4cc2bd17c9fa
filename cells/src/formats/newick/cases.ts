// Files of the format newick, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "lengths, supports, quotes and comments",
      bytes: () => utf8("[&R] ('Homo sapiens':0.1,'it''s':0.2,\n(C_x:1e-3[&rate=1],D:2)95:0.5)root;\n"),
      gives: { type: "table", shape: [6, 8] },
    },
    { title: "two trees", bytes: () => utf8("(A:1,B:1);\r\n((A:1,B:2):1,C:3);\r\n"), gives: { type: "table", shape: [8, 8] } },
    {
      title: "as deep as it has leaves",
      bytes: () => utf8(`${"(a,".repeat(400)}b${")".repeat(400)};`),
      gives: { type: "table", shape: [801, 8] },
    },
  ],
  bad: [
    { title: "a length that is none", bytes: () => utf8("(A:0.1,B:0.1);\n(A:0.1,B:x);\n"), reason: "trees.length", line: 2 },
    { title: "a bracket too many", bytes: () => utf8("(A:0.1,B:0.1);\n(A:0.1,B:0.2));\n"), reason: "trees.bracket", line: 2 },
    { title: "an end that is missing", bytes: () => utf8("(A:0.1,B:0.1);\n(A:0.1,B:0.2\n"), reason: "trees.end", line: 2 },
  ],
};

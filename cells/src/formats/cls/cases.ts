// Files of the format cls, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const issues = [["by-position", null]] as const;

export const cases: FormatCases = {
  examples: [
    {
      title: "two classes",
      bytes: () => utf8("6 2 1\n# ALL AML\n0 0 0 1 1 1\n"),
      gives: { type: "table", shape: [6, 2] },
      issues,
    },
    {
      title: "names as labels",
      bytes: () => utf8("6 3 1\r\n#A B C\r\nA A B B C C\r\n"),
      gives: { type: "table", shape: [6, 2] },
      issues,
    },
    {
      title: "numbers",
      bytes: () => utf8("#numeric\n#PTEN\n206.0 31.0 252.0 -20.0\n#TP53\n1 2 3 4\n"),
      gives: { type: "table", shape: [4, 3] },
      issues,
    },
  ],
  bad: [
    { title: "a label too few", bytes: () => utf8("6 2 1\n# ALL AML\n0 0 0 1 1\n"), reason: "format-cls.count-differs", line: 3 },
    { title: "a class too few", bytes: () => utf8("3 2 1\n# ALL\n0 0 1\n"), reason: "format-cls.count-differs", line: 2 },
    { title: "a label too many", bytes: () => utf8("3 2 1\n# ALL AML\n0 1 2\n"), reason: "format-cls.class-unknown", line: 3 },
    { title: "a number that is none", bytes: () => utf8("#numeric\n#A\n1 x 3\n"), reason: "format-cls.no-number", line: 3 },
    { title: "no classes", bytes: () => utf8("3 2 1\n# ALL AML\n"), reason: "format-cls.cut", line: 2 },
  ],
};

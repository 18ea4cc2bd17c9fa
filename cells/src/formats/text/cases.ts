// Files of the format text, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "a list of names",
      bytes: () => utf8("gene\nXist\nTsix\nActb\n"),
      gives: { type: "table", shape: [3, 1] },
    },
  ],
  headerOnly: () => utf8("gene\n"),
  bad: [{ title: "a zero byte", bytes: () => utf8("gene\nXist\nA\0b\n"), reason: "load.zero-byte", line: 3 }],
};

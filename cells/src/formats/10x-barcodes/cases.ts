// Files of the format 10x-barcodes, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "as Cell Ranger writes it",
      bytes: () => utf8("AGTTAAACAAACAG-1\nCTACGCACGAGGGT-1\nCATCCCGATCTCAT-1\n"),
      gives: { type: "table", shape: [3, 1] },
      issues: [["with-barcodes", null]],
    },
    {
      title: "two libraries",
      bytes: () => utf8("AGTTAAACAAACAG-1\nAGTTAAACAAACAG-2\n"),
      gives: { type: "table", shape: [2, 2] },
      issues: [["with-barcodes", null]],
      atMost: 3,
    },
  ],
  bad: [],
};

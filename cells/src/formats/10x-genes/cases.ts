// Files of the format 10x-genes, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "as Cell Ranger 2 writes it",
      bytes: () => utf8("ENSG00000188455\tTXNIP\nENSG00000188973\tHAX1\nENSG00000243485\tENSG00000243485\n"),
      gives: { type: "table", shape: [3, 2] },
      issues: [["with-genes", null]],
    },
  ],
  bad: [],
};

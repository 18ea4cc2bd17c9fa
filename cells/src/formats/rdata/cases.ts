// Files of the format rdata, for its contract suite, written by R.

import type { FormatCases } from "../../testing/describe-format.ts";
import { bytesOf, workspace } from "../parts/r-objects/r.fixture.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "a data frame and a matrix",
      bytes: () => bytesOf(workspace),
      gives: { type: "table", shape: [5, 6] },
      issues: [["infinite", 5]],
    },
    {
      title: "the matrix of the two",
      bytes: () => bytesOf(workspace),
      spec: { sheet: "m" },
      gives: { type: "table", shape: [12, 6] },
      issues: [["infinite", 5]],
    },
  ],
  bad: [
    { title: "a workspace that is cut", bytes: () => bytesOf(workspace).slice(0, 700), reason: "r-objects.broken", line: null },
  ],
};

// Files of the format rds, for its contract suite, written by R.

import type { FormatCases } from "../../testing/describe-format.ts";
import { bytesOf, dfAscii, dfLittle, dfRds, sparse } from "../parts/r-objects/r.fixture.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "a data frame, XDR",
      bytes: () => bytesOf(dfRds),
      gives: { type: "table", shape: [5, 6] },
      issues: [["infinite", 5]],
    },
    {
      title: "the same as text",
      bytes: () => bytesOf(dfAscii),
      gives: { type: "table", shape: [5, 6] },
      issues: [["infinite", 5]],
    },
    {
      title: "the same, little endian",
      bytes: () => bytesOf(dfLittle),
      gives: { type: "table", shape: [5, 6] },
      issues: [["infinite", 5]],
    },
  ],
  bad: [
    { title: "an object that is cut", bytes: () => bytesOf(dfRds).slice(0, 400), reason: "r-objects.broken", line: null },
    { title: "a sparse matrix of S4", bytes: () => bytesOf(sparse), reason: "r-objects.no-table", line: null },
  ],
};

// Files of the format bigbed, for its contract suite.

import type { FormatCases } from "../../testing/describe-format.ts";
import { bigBedBytes } from "../parts/bbi/bbi.fixture.ts";

export const cases: FormatCases = {
  examples: [{ title: "four sequences", bytes: () => bigBedBytes, gives: { type: "file", shape: [4] } }],
  bad: [{ title: "a file that is cut", bytes: () => bigBedBytes.slice(0, 300), reason: "bbi.broken", line: null }],
};

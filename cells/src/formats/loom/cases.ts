// Files of the format loom, for its contract suite: written by loompy 3.0.7 (testing/reference/matrices/make.py).

import type { FormatCases } from "../../testing/describe-format.ts";
import { matrixFile } from "../../testing/reference-matrices.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "as loompy 3.0.7 writes it",
      bytes: () => matrixFile("small.loom"),
      gives: { type: "assay", shape: [5, 6] },
      issues: [["layers-other", null]],
    },
  ],
  bad: [],
};

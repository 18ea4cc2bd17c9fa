// Files of the format biom-hdf5, for its contract suite: written by biom-format 2.1.12 (testing/reference/matrices/make.py).

import type { FormatCases } from "../../testing/describe-format.ts";
import { matrixFile } from "../../testing/reference-matrices.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "as biom-format 2.1.12 writes it",
      bytes: () => matrixFile("small_v2.biom"),
      gives: { type: "assay", shape: [5, 6] },
      issues: [],
    },
  ],
  bad: [],
};

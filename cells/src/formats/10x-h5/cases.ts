// Files of the format 10x-h5, for its contract suite: written by h5py in the layouts of Cell Ranger 3 and 2
// (testing/reference/matrices/make.py).

import type { FormatCases } from "../../testing/describe-format.ts";
import { matrixFile } from "../../testing/reference-matrices.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "v3, genes and antibodies",
      bytes: () => matrixFile("v3.h5"),
      gives: { type: "assay", shape: [5, 6] },
      issues: [["types-several", null]],
    },
    {
      title: "v2, the second of two genomes",
      bytes: () => matrixFile("v2.h5"),
      spec: { layer: "mm10" },
      gives: { type: "assay", shape: [5, 6] },
      issues: [["genomes", null]],
    },
  ],
  bad: [],
};

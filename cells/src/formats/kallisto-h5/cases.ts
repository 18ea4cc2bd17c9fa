// Files of the format kallisto-h5, for its contract suite: in the layout of kallisto 0.48 (testing/reference/matrices/make.py).

import type { FormatCases } from "../../testing/describe-format.ts";
import { matrixFile } from "../../testing/reference-matrices.ts";

export const cases: FormatCases = {
  examples: [{ title: "with bootstraps", bytes: () => matrixFile("kallisto.h5"), gives: { type: "assay", shape: [3, 1] } }],
  bad: [],
};

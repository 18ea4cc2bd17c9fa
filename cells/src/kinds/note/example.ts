// The smallest notebook with such a cell.

import { exampleNotebook, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  "# Mice\n\n{{samples.rows}} mice, from [[samples]]. Prose between cells is a note.\n",
);

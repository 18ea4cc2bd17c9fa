// The smallest notebook with such a cell.

import { exampleNotebook, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  "```features known\nviews:\n  - file: weights.parquet\n    entity: mouse\nentities: =samples\nentity: mouse\n```\n",
);

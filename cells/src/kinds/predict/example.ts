// The smallest notebook with such a cell.

import { countsCell, exampleNotebook, modelCell, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  countsCell,
  modelCell,
  "```predict predicted\nmodel: =model\nfrom: =counts\n```\n",
);

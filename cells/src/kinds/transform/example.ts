// The smallest notebook with such a cell.

import { countsCell, exampleNotebook, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  countsCell,
  "```parameter least\nvalue: 10\n```\n",
  "```transform kept\nfrom: =counts\nsteps:\n  - verb: filter-features\n    rule: {by: count, min: =least, samples: 3}\n  - verb: log-cpm\n```\n",
);

// The smallest notebook with such a cell.

import { countsCell, exampleNotebook, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  countsCell,
  "```transform logs\nfrom: =counts\nsteps:\n  - verb: log-cpm\n```\n",
  "```markers told\nfrom: =logs\nby: sex\n```\n",
);

// The smallest notebook with such a cell.

import { exampleNotebook } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  "```load reads\nfile: reads.bam\n```\n",
  "```coverage depth\nfrom: =reads\nbin: 10000\n```\n",
);

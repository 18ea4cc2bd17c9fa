// The smallest notebook with such a cell.

import { exampleNotebook } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  "```load reads\nfile: reads.bam\n```\n",
  "```region brca2\nfrom: =reads\nplace: chr13:32,315,000-32,316,000\n```\n",
);

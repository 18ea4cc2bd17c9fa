// The smallest notebook with such a cell.

import { exampleNotebook, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  "```survival by_sex\nfrom: =samples\ntime: days\nevent: died\ngroup: sex\n```\n",
);

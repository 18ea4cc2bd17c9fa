// The smallest notebook with such a cell.

import { exampleNotebook, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  "```query per_sex mode=auto\nselect sex, count(*) as mice from samples group by sex\n```\n",
);

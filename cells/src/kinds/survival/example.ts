// The smallest notebook with such a cell.

import { exampleNotebook, followedCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  followedCell,
  "```survival by_sex\nfrom: =followed\ntime: days\nevent: died\ngroup: sex\n```\n",
);

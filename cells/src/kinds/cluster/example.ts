// The smallest notebook with such a cell.

import { exampleNotebook, followedCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  followedCell,
  "```cluster groups\nfrom: =followed\ncolumns: [weight]\nmethod:\n  type: k-means\n  k: 2\n```\n",
);

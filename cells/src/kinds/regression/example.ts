// The smallest notebook with such a cell.

import { exampleNotebook, followedCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  followedCell,
  "```regression by_sex\nfrom: =followed\noutcome: weight\ndesign:\n  formula: ~ sex + days\n```\n",
);

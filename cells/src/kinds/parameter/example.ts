// The smallest notebook with such a cell.

import { exampleNotebook } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  "```parameter least\ncontrol: {type: slider, min: 0, max: 100}\nvalue: 10\nlabel: Reads at least\n```\n",
);

// The smallest notebook with such a cell.

import { exampleNotebook, followedCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(followedCell, "```test difference\nfrom: =followed\nvalues: [weight]\nby: sex\n```\n");

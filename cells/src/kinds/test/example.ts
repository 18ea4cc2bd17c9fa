// The smallest notebook with such a cell.

import { exampleNotebook, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(samplesCell, "```test difference\nfrom: =samples\nvalues: [weight]\nby: sex\n```\n");

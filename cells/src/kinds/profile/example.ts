// The smallest notebook with such a cell.

import { exampleNotebook, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(samplesCell, "```profile overview\nfrom: =samples\n```\n");

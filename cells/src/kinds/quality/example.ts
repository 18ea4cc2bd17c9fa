// The smallest notebook with such a cell.

import { countsCell, exampleNotebook, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(samplesCell, countsCell, "```quality checked\nfrom: =counts\n```\n");

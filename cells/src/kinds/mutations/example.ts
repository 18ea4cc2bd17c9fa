// The smallest notebook with such a cell.

import { exampleNotebook, mutationsCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(mutationsCell, "```mutations cohort\nfrom: =mutations\ngenes: [TP53, KRAS]\n```\n");

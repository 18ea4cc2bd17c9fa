// The smallest notebook with such a cell.

import { exampleNotebook } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook("```power animals\ndesign: {type: t, difference: 5, deviation: 4}\n```\n");

// The smallest notebook with such a cell.

import { countsCell, exampleNotebook, expressionModelCell, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  countsCell,
  expressionModelCell,
  "```contrast day8\nfrom: =model.fit\ncontrasts:\n  - asks: {by: groups, factor: time, of: [Day8], against: [Day0]}\n```\n",
);

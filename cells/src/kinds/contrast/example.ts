// The smallest notebook with such a cell.

import { countsCell, exampleNotebook, expressionModelCell, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  countsCell,
  expressionModelCell,
  "```contrast sexes\nfrom: =model.fit\ncontrasts:\n  - asks: {by: groups, factor: sex, of: [male], against: [female]}\n```\n",
);

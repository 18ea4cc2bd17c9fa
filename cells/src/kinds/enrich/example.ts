// The smallest notebook with such a cell.

import { countsCell, exampleNotebook, expressionModelCell, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  countsCell,
  expressionModelCell,
  "```contrast sexes\nfrom: =model.fit\ncontrasts:\n  - asks: {by: groups, factor: sex, of: [male], against: [female]}\n```\n",
  "```load gene_sets\nfile: gene-sets.gmt\n```\n",
  "```enrich pathways\nfrom: =sexes\nsets: =gene_sets\nmethod: {type: preranked}\nsmallest: 3\n```\n",
);

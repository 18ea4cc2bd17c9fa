// The smallest notebook with such a cell.

import { countsCell, exampleNotebook, samplesCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  samplesCell,
  countsCell,
  '```chart by_sex\nfrom: =counts\nx: sex\n"y": Xist\ntitle: Xist by sex\n```\n',
);

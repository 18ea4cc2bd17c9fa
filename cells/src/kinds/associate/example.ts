// The smallest notebook with such a cell.

import { exampleNotebook, followedCell } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  "```load genotypes\nfile: genotypes.vcf\n```\n",
  followedCell,
  "```associate weight_gwas\nfrom: =genotypes\nsheet: =followed\ntrait: weight\nminCount: 1\n```\n",
);

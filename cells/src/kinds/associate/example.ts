// The smallest notebook with such a cell.

import { exampleNotebook } from "../../notebook/example-notebook.ts";

export const example = exampleNotebook(
  "```load genotypes\nfile: genotypes.vcf\nsamples: =samples\n```\n",
  "```load samples\nfile: samples.csv\n```\n",
  "```associate height_gwas\nfrom: =genotypes\ntrait: height\nminCount: 1\n```\n",
);

// What RSEM writes. (RSEM sample_name.isoforms.results: rsem-calculate-expression, OUTPUT.)

import type { HeaderOfProgram } from "../parts/quantified/by-header.ts";

export const program: HeaderOfProgram = {
  program: "RSEM",
  columns: ["transcript_id", "gene_id", "length", "effective_length", "expected_count", "TPM", "FPKM", "IsoPct"],
  measures: ["expected_count", "TPM", "FPKM", "IsoPct", "effective_length"],
  features: [
    { column: "gene_id", name: "gene", isNumber: false },
    { column: "length", name: "length", isNumber: true },
  ],
  noun: "transcript",
};

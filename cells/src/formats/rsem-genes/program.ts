// What RSEM writes. (RSEM sample_name.genes.results: rsem-calculate-expression, OUTPUT.)

import type { HeaderOfProgram } from "../parts/quantified/by-header.ts";

export const program: HeaderOfProgram = {
  program: "RSEM",
  columns: ["gene_id", "transcript_id(s)", "length", "effective_length", "expected_count", "TPM", "FPKM"],
  measures: ["expected_count", "TPM", "FPKM", "length", "effective_length"],
  features: [{ column: "transcript_id(s)", name: "transcripts", isNumber: false }],
  noun: "gene",
};

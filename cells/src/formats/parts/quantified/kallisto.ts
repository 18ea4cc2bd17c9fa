// What kallisto writes as text. (kallisto abundance.tsv: pachterlab.github.io/kallisto/manual, quant.)

import type { HeaderOfProgram } from "./by-header.ts";

export const kallisto: HeaderOfProgram = {
  program: "kallisto",
  columns: ["target_id", "length", "eff_length", "est_counts", "tpm"],
  measures: ["est_counts", "tpm", "eff_length"],
  features: [{ column: "length", name: "length", isNumber: true }],
  noun: "transcript",
};

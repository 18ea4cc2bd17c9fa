// What Salmon writes. (Salmon quant.sf: salmon.readthedocs.io, Salmon Output File Formats.)

import type { HeaderOfProgram } from "../parts/quantified/by-header.ts";

export const program: HeaderOfProgram = {
  program: "Salmon",
  columns: ["Name", "Length", "EffectiveLength", "TPM", "NumReads"],
  measures: ["NumReads", "TPM", "EffectiveLength"],
  features: [{ column: "Length", name: "length", isNumber: true }],
  noun: "transcript",
};

// The columns that a formula names; of one that cannot be read none.

import { readFormula } from "../../stats/design/formula.ts";

export function columnsOfDesign(formula: string): readonly string[] {
  const read = readFormula(formula);
  return read.ok ? read.value.variables : [];
}

// Columns of the samples in which size factors are kept, and what those who compute with counts do where they stand: values that
// were divided by factors are not to be divided by their own sums again.

import type { Assay } from "../../artifacts/artifact.ts";
import { columnOf } from "../../artifacts/table.ts";
import type { StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";

export const factorColumns = { size: "size_factor", norm: "norm_factor", library: "library_size" } as const;

/** Of counts per million of libraries that edgeR's factors corrected: the sizes of these libraries. Null: it is none. */
export function correctedLibraries(assay: Assay): Float64Array | null {
  if (assay.scale !== "cpm") return null;
  const factors = columnOf(assay.samples, factorColumns.norm);
  const sizes = columnOf(assay.samples, factorColumns.library);
  if (factors?.type !== "float64" || sizes?.type !== "float64") return null;
  return Float64Array.from(factors.values, (factor, at) => factor * (sizes.values[at] as number));
}

/** Their own sums make the values comparable, and no longer the factors. */
export function sayFactorsUndone(assay: Assay, scope: StepScope): void {
  const column = Object.values(factorColumns).find((name) => columnOf(assay.samples, name) !== null);
  if (assay.scale !== "counts" && column) scope.say(words.sentence("factors-undone", { step: scope.index + 1, column }));
}

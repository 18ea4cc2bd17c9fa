// Which feature of a matrix a name means: its id, or what it is called beside it.

import type { Assay } from "./artifact.ts";

/** Row of the feature with that id; else of the only one of that name in another text column (a symbol beside an Ensembl id); -1 when none. */
export function featureIndex(assay: Assay, name: string): number {
  for (const [which, column] of assay.features.columns.entries()) {
    if (column.type !== "text") continue;
    const code = column.dictionary.indexOf(name);
    if (code < 0) continue;
    const first = column.codes.indexOf(code);
    if (first < 0 || (column.valid && !column.valid[first])) continue;
    if (which === 0 || column.codes.indexOf(code, first + 1) < 0) return first;
  }
  return -1;
}

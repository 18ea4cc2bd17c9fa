// Samples of one individual are no independent evidence: told where a column of the sheet means individuals, some come several times
// among the samples of the design, and the design does not take it.

import type { Column } from "../artifacts/artifact.ts";
import { cellString, isMissing } from "../artifacts/table.ts";

const individuals: ReadonlySet<string> = new Set(["patient"]);

export interface RepeatedDonors {
  readonly column: string;
  /** Individuals with several samples, of how many. */
  readonly n: number;
  readonly all: number;
}

/** `columns`: of a sample sheet without that of the samples' names. */
export function repeatedDonors(
  columns: readonly Column[],
  rows: ArrayLike<number> & Iterable<number>,
  taken: readonly string[],
): RepeatedDonors | null {
  for (const column of columns) {
    if (!individuals.has(column.semantic ?? "") || taken.includes(column.name)) continue;
    const samples = new Map<string, number>();
    for (const row of rows) {
      if (isMissing(column, row)) continue;
      const name = cellString(column, row);
      samples.set(name, (samples.get(name) ?? 0) + 1);
    }
    const n = [...samples.values()].filter((count) => count > 1).length;
    // One that is the same for all tells nobody apart.
    if (n > 0 && samples.size > 1) return { column: column.name, n, all: samples.size };
  }
  return null;
}

/** What whose rows belong together is called in a lab, where nothing says that a column means individuals. */
const called =
  /^(?:mouse|mice|animal|rat|fish|worm|litter|cage|family|twin|pair|plate|мышь|животное|крыса|рыба|помёт|помет|клетка|семья|пара|планшет)(?:[._ -]?(?:id|no|nr|number|name))?$/iu;

/** By what a column is called, which is no proof: told, and not refused. */
export function perhapsRepeated(
  columns: readonly Column[],
  rows: ArrayLike<number> & Iterable<number>,
  taken: readonly string[],
): { readonly column: string; readonly n: number } | null {
  for (const column of columns) {
    if (taken.includes(column.name) || !called.test(column.name)) continue;
    const seen = new Map<string, number>();
    for (const row of rows)
      if (!isMissing(column, row)) seen.set(cellString(column, row), (seen.get(cellString(column, row)) ?? 0) + 1);
    const n = [...seen.values()].filter((count) => count > 1).length;
    if (n > 0 && seen.size > 2) return { column: column.name, n };
  }
  return null;
}

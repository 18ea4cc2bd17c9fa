// How wide a table may be. Each column is an array, a dictionary, a meaning and a line of every form of its own: a million of
// them fill the memory of a kernel and no screen. A matrix has no such limit, since its numbers lie in one array.

import { FailureError } from "../../base/failure.ts";
import { words } from "./words.ts";

/** More than a table of loci, probes or answers has; the probes of an array (930,000) are a matrix. */
export const mostColumns = 100_000;

/** Fails with "load.too-many-columns", before anything is made of them. */
export function refuseWide(columns: number): void {
  if (columns > mostColumns) throw new FailureError(words.failure("too-many-columns", { columns, most: mostColumns }));
}

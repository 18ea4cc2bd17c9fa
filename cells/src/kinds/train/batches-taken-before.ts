// Which cells behind a model have taken a batch away, of all rows at once: what they made of the rows of a lab depends on the others,
// and its effect was told from those that validate, so that a lab that is left out was never unseen (Nygaard et al., Biostatistics
// 17:29-39, 2016).

import { isJsonObject, type Json } from "../../base/json.ts";
import type { CellBehind } from "../../contract/kind.ts";

/** Neither has a form for rows that come later. */
const takingAway: ReadonlySet<string> = new Set(["combat", "remove-batch"]);

export const batchesTakenBefore = (cells: readonly Pick<CellBehind, "name" | "spec">[]): readonly string[] =>
  cells
    .filter(({ spec: { steps } }) => Array.isArray(steps) && (steps as readonly Json[]).some(takesAway))
    .map(({ name }) => name);

const takesAway = (step: Json): boolean => isJsonObject(step) && step["off"] !== true && takingAway.has(String(step["verb"]));

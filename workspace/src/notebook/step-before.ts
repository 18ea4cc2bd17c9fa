// A step between a cell and what it reads (a doubt that a step before it mends): by the cell that does it already, else by a
// new one right above. Pure.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import { type CellRef, isCellRef } from "@genomecraft/cells/base/refs.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";

export type StepBefore =
  /** A cell does it already: the field reads that one. */
  | { readonly by: "wiring"; readonly operation: Operation }
  /** A new cell reads `from`, stands after `after` (null: at the top), and the field reads it. */
  | {
      readonly by: "adding";
      readonly from: CellRef;
      readonly after: CellId | null;
      rewired(added: CellId): Operation;
    };

/** `cells`: those outside the bin, in their order. Null where the field reads nothing. */
export function stepBefore(cells: readonly Cell[], cell: Cell, field: string, step: JsonObject, kind: string): StepBefore | null {
  const from = cell.spec[field];
  if (!isCellRef(from)) return null;
  const rewired = (id: CellId): Operation => ({ type: "set-spec", cell: cell.id, path: [field], value: { ref: id } });
  const done = cells.find(
    (other) => other.kind === kind && other.id !== cell.id && other.mode !== "off" && doesStep(other, from, step),
  );
  if (done) return { by: "wiring", operation: rewired(done.id) };
  const after = cells[cells.findIndex((other) => other.id === cell.id) - 1]?.id ?? null;
  return { by: "adding", from, after, rewired };
}

/** The cell that does a step to what another one gives, and nothing more: what a finding offers stands there already. Null: none does. */
export const cellWithStep = (cells: readonly Cell[], from: CellRef, step: JsonObject, kind: string): CellId | null =>
  cells.find((other) => other.kind === kind && other.mode !== "off" && doesStep(other, from, step) && isWrittenSo(other, step))
    ?.id ?? null;

/** With these options: what is not said of it is as it is at first. */
function isWrittenSo({ spec }: Cell, step: JsonObject): boolean {
  const [only] = Array.isArray(spec.steps) ? (spec.steps as readonly Json[]) : [];
  return (
    isJsonObject(only) &&
    Object.keys(step).every((name) => canonicalJson(only[name] ?? null) === canonicalJson(step[name] ?? null))
  );
}

/** It does this one step to the same data, and nothing more. */
function doesStep({ spec }: Cell, from: CellRef, step: JsonObject): boolean {
  const [only, ...more] = Array.isArray(spec.steps) ? (spec.steps as readonly Json[]) : [];
  const isSame = isCellRef(spec.from) && spec.from.ref === from.ref && (spec.from.port ?? "out") === (from.port ?? "out");
  return isSame && more.length === 0 && isJsonObject(only) && only["verb"] === step["verb"] && only["off"] !== true;
}

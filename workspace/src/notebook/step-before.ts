// A step between a cell and what it reads (a doubt that a step before it mends): by the cell that does it already, else by a
// new one right above. Pure.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
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

/** Where a step goes that a finding of `from` offers: it stands there, at the end of the chain that mends other findings, or nowhere yet. */
export type StepAfter =
  | { readonly by: "there"; readonly cell: CellId }
  | { readonly by: "joining"; readonly cell: CellId; readonly at: number }
  | null;

/** Steps that findings of a file offer (Issue.step, Rule.step); a formula only where it takes blanks and accents away. */
const mending: ReadonlySet<Json | undefined> = new Set(["sort", "rename-chromosomes", "distinct", "repair-genes"]);
const isMending = ({ verb, formula }: JsonObject): boolean =>
  mending.has(verb) || (verb === "derive" && typeof formula === "string" && /^(?:compose|squish|trim)\(/.test(formula));

export function stepAfter(cells: readonly Cell[], from: CellRef, step: JsonObject, kind: string): StepAfter {
  for (const { id, kind: own, mode, spec } of cells) {
    if (own !== kind || mode === "off" || !reads(spec, from) || !Array.isArray(spec.steps)) continue;
    const steps = (spec.steps as readonly Json[]).filter(isJsonObject);
    if (steps.length === 0 || !steps.every(isMending)) continue;
    if (steps.some((one) => one["off"] !== true && isWrittenSo(one, step))) return { by: "there", cell: id };
    return { by: "joining", cell: id, at: spec.steps.length };
  }
  return null;
}

/** A cell of the kind that says just this already, and is not switched off. */
export const cellWith = (cells: readonly Cell[], kind: string, spec: JsonObject): CellId | null =>
  cells.find((one) => one.kind === kind && one.mode !== "off" && isWrittenSo(one.spec, spec))?.id ?? null;

/** With these options, as far as they are said. */
const isWrittenSo = (one: JsonObject, step: JsonObject): boolean =>
  Object.entries(step).every(([name, value]) => isLike(one[name], value));

/** What is left to its default in one of them is alike. */
function isLike(one: Json | undefined, other: Json): boolean {
  if (Array.isArray(other))
    return Array.isArray(one) && one.length === other.length && other.every((each: Json, at) => isLike(one[at] as Json, each));
  if (isJsonObject(other)) return isJsonObject(one) && isWrittenSo(one, other);
  return one === other;
}

const reads = (spec: JsonObject, from: CellRef): boolean =>
  isCellRef(spec["from"]) && spec["from"].ref === from.ref && (spec["from"].port ?? "out") === (from.port ?? "out");

/** It does this one step to the same data, and nothing more. */
function doesStep({ spec }: Cell, from: CellRef, step: JsonObject): boolean {
  const [only, ...more] = Array.isArray(spec.steps) ? (spec.steps as readonly Json[]) : [];
  return reads(spec, from) && more.length === 0 && isJsonObject(only) && only["verb"] === step["verb"] && only["off"] !== true;
}

// Makes the plan for a cell that is ready: the inline cells that it reads, itself, and the chain of light cells behind
// it that are wanted too, so that parameter -> transform -> chart is one lease. Pure.

import type { CellId, Digest, ResultKey } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import type { Kind } from "../contract/kind.ts";
import type { Plan, PlanStep, StepInput } from "./plan.ts";
import type { Sources } from "../base/sources.ts";
import { sourcesBehind } from "./spec-sources.ts";

/** A cell as the plan sees it. */
export interface PlanCell {
  readonly id: CellId;
  readonly kind: Kind;
  readonly spec: JsonObject;
  readonly slots: readonly { readonly name: string; readonly cell: CellId; readonly port: string }[];
}

export interface PlanSurroundings {
  cell(id: CellId): PlanCell | null;
  /** Dependents in topological order. */
  dependents(id: CellId): readonly CellId[];
  /** Digest of an output that is there now, or null. */
  digest(id: CellId, port: string): Digest | null;
  /** Data sets behind the outputs that are there now. */
  sources(id: CellId): Sources;
  /** Somebody wants this cell to be fresh now. */
  wanted(id: CellId): boolean;
}

/** Longest chain in one lease: beyond it a lost worker would lose too much. */
const longestPlan = 24;

/** A cell that may ride along behind another: quick by nature and harmless to run in a warm worker. */
const isLight = (kind: Kind): boolean => kind.mode === "auto" && kind.place !== "sealed";

export function planFor(start: PlanCell, key: ResultKey, surroundings: PlanSurroundings, fresh: boolean): Plan {
  const steps: PlanStep[] = [];
  const indexOf = new Map<CellId, number>();
  const inputOf = (cell: CellId, port: string): StepInput | null => {
    const step = indexOf.get(cell);
    if (step !== undefined) return { step, port };
    const digest = surroundings.digest(cell, port);
    return digest === null ? null : { digest };
  };
  const add = (cell: PlanCell, stepKey: ResultKey | null): boolean => {
    const inputs: { [slot: string]: StepInput } = {};
    for (const slot of cell.slots) {
      const input = inputOf(slot.cell, slot.port);
      if (!input) return false;
      inputs[slot.name] = input;
    }
    const behind = cell.slots.map((slot): Sources => {
      const step = indexOf.get(slot.cell);
      return step === undefined ? surroundings.sources(slot.cell) : (steps[step]?.sources ?? []);
    });
    indexOf.set(cell.id, steps.length);
    const sources = sourcesBehind(cell.spec, behind);
    steps.push({ cell: cell.id, kind: cell.kind.kind, spec: cell.spec, inputs, key: stepKey, sources });
    return true;
  };
  const addInlineInputs = (cell: PlanCell): void => {
    for (const slot of cell.slots) {
      const upstream = surroundings.cell(slot.cell);
      if (!upstream || upstream.kind.place !== "inline" || indexOf.has(upstream.id)) continue;
      addInlineInputs(upstream);
      add(upstream, null);
    }
  };

  addInlineInputs(start);
  add(start, key);
  if (start.kind.place === "sealed" || fresh) return { steps, fresh };

  const queue = [...surroundings.dependents(start.id)];
  const seen = new Set<CellId>(queue);
  for (let id = queue.shift(); id !== undefined && steps.length < longestPlan; id = queue.shift()) {
    const cell = surroundings.cell(id);
    if (!cell || indexOf.has(id) || !isLight(cell.kind) || !surroundings.wanted(id)) continue;
    addInlineInputs(cell);
    if (!add(cell, null)) continue;
    for (const next of surroundings.dependents(id)) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return { steps, fresh };
}

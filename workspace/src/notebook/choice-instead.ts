// A condition compares a column of texts with the number of a control: the control becomes a choice among the column's values,
// which is one click, for condition and control change together.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import { isCellRef } from "@genomecraft/cells/base/refs.ts";
import { valueAt } from "@genomecraft/cells/notebook/spec-failure.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";
import type { Derived } from "../desk/ui-state.ts";

export interface ChoiceInstead {
  /** The control's name. */
  readonly name: string;
  readonly operations: readonly Operation[];
}

/** Null where it was no control, or where the column is none of what the cell reads. */
export function choiceInstead(
  { graph, results }: Pick<Derived, "graph"> & { readonly results: Pick<Derived["results"], "at"> },
  failed: CellId,
  { at, params }: Pick<Failure, "at" | "params">,
): ChoiceInstead | null {
  const { column } = params;
  const cell = graph.cells.get(failed)?.cell;
  if (!cell || !at || at.at(-1) !== "value" || typeof column !== "string" || params["textColumn"] !== true) return null;
  const condition = valueAt(cell.spec, at.slice(0, -1));
  const from = cell.spec["from"];
  if (!isJsonObject(condition) || !isCellRef(condition["value"]) || !isCellRef(from)) return null;
  const control = graph.cells.get(condition["value"].ref);
  const spec = control?.kind?.withChoice?.({ ref: from.ref, ...(from.port ? { port: from.port } : {}) }, column);
  if (!control || !spec || !results.at(from)?.summary.columns?.some(({ name }) => name === column)) return null;
  const isChoosable = condition["is"] === "=" || condition["is"] === "!=";
  return {
    name: control.cell.name,
    operations: [
      { type: "replace-spec", cell: control.cell.id, spec: { ...control.cell.spec, ...spec } },
      ...(isChoosable ? [] : [{ type: "set-spec" as const, cell: failed, path: [...at.slice(0, -1), "is"], value: "=" }]),
    ],
  };
}

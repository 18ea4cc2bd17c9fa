// The state of a cell as the screen shows it: what the document alone says (off, broken settings, a missing input) comes
// before what the feed says, so that a keystroke is answered at once.

import type { ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { CellSession, CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import type { WordKey } from "../words/words.ts";
import type { Derived } from "./ui-state.ts";

export type StateName = CellStatus["state"];

/** The tone of sign and strip: one of the tokens. */
export const toneOf = (state: StateName): "fresh" | "stale" | "failed" | "running" | "restricted" | "muted" | "accent" => {
  switch (state) {
    case "fresh":
      return "fresh";
    case "stale":
      return "stale";
    case "failed":
    case "invalid":
      return "failed";
    case "running":
      return "running";
    case "restricted":
      return "restricted";
    case "needs-input":
      return "accent";
    case "idle":
    case "draft":
    case "waiting":
    case "queued":
    case "blocked":
    case "cancelled":
    case "off":
      return "muted";
  }
};

export const stateWord = (state: StateName): WordKey => `state-${state}`;

export function statusOf(cell: Cell, session: CellSession | undefined, derived: Derived): CellStatus {
  if (cell.mode === "off") return { state: "off" };
  const said = session?.status ?? null;
  // What is wrong with the spec alone is known here: whoever may not see the data can mend it all the same.
  const graphCell = derived.graph.cells.get(cell.id);
  if (graphCell?.problem) return said?.state === "draft" ? said : { state: "invalid", failure: graphCell.problem };
  if (graphCell?.missing) return { state: "needs-input", field: graphCell.missing };
  if (said?.state === "restricted") return said;
  if (graphCell?.kind?.place === "inline" && derived.results.of(cell.id)) {
    return said && said.state !== "needs-input" && said.state !== "invalid" && said.state !== "waiting" && said.state !== "idle"
      ? said
      : { state: "fresh", key: session?.key ?? ("" as ResultKey), reused: null };
  }
  // What the server said of an earlier document: it will answer in a moment.
  if (said && (said.state === "invalid" || said.state === "needs-input")) return { state: "idle" };
  return said ?? { state: "idle" };
}

/** Cells that "Run 3 out of date" means: what has a result that is old, and what was never run and lacks nothing. */
export const isOutOfDate = (status: CellStatus): boolean => status.state === "stale" || status.state === "cancelled";

/** All that reads a cell, directly or not. */
export function downstreamOf(cell: CellId, derived: Derived): ReadonlySet<CellId> {
  const found = new Set<CellId>();
  const walk = (id: CellId): void => {
    for (const reader of derived.graph.dependents.get(id) ?? []) {
      if (found.has(reader)) continue;
      found.add(reader);
      walk(reader);
    }
  };
  walk(cell);
  return found;
}

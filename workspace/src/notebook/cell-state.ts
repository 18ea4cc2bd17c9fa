// The state of a cell as the screen shows it: what the document alone says (off, broken settings, a missing input) comes
// before what the feed says, so that a keystroke is answered at once.

import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";
import type { ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { isFileRef } from "@genomecraft/cells/base/refs.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { CellSession, CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import { showsRows } from "@genomecraft/cells/shows-rows.ts";
import type { WordKey } from "../words/words.ts";
import type { Derived } from "../desk/ui-state.ts";

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
    case "unreleased":
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

/** `kind`: rows wait for no release; they are seen by a right. */
export const stateWord = (state: StateName, kind = ""): WordKey =>
  state === "unreleased" && showsRows(kind) ? "state-rows-closed" : `state-${state}`;

export function statusOf(cell: Cell, session: CellSession | undefined, derived: Derived): CellStatus {
  const status = statusByFeed(cell, session, derived);
  const edited = derived.late.get(cell.id);
  // What the feed says is of the settings before an edit that the server has not answered.
  if (status.state !== "fresh" || edited === undefined) return status;
  return { state: "stale", why: edited === cell.id ? [] : [{ what: "input", cell: edited, from: null, to: null }] };
}

function statusByFeed(cell: Cell, session: CellSession | undefined, derived: Derived): CellStatus {
  if (cell.mode === "off") return { state: "off" };
  const said = session?.status ?? null;
  // What is wrong with the spec alone is known here: whoever may not see the data can mend it all the same.
  const graphCell = derived.graph.cells.get(cell.id);
  if (graphCell?.problem) return said?.state === "draft" ? said : { state: "invalid", failure: graphCell.problem };
  if (graphCell?.missing) return { state: "needs-input", field: graphCell.missing };
  if (said?.state === "restricted") return said.labs.length > 0 ? said : (withoutFile(cell, derived) ?? said);
  if (graphCell?.kind?.place === "inline" && derived.results.of(cell.id)) {
    return said && said.state !== "needs-input" && said.state !== "invalid" && said.state !== "waiting" && said.state !== "idle"
      ? said
      : { state: "fresh", key: session?.key ?? ("" as ResultKey), reused: null };
  }
  // What only its data could tell: a field that it needs is empty. Nothing failed.
  if (said?.state === "failed" && said.failure.asks)
    return { state: "needs-input", field: String(said.failure.at?.findLast((part) => typeof part === "string") ?? "") };
  // What the server said of an earlier document: it will answer in a moment.
  if (said && (said.state === "invalid" || said.state === "needs-input")) return { state: "idle" };
  return said ?? { state: "idle" };
}

/**
 * No lab keeps its data back: the notebook reads a file that is not among its own. The cell that loads it says so, and those
 * after it wait for that one. Null where no such cell is found.
 */
function withoutFile(cell: Cell, derived: Derived): CellStatus | null {
  const name = fileIn(cell.spec);
  if (name !== null) return { state: "invalid", failure: serverWords.failure("file-not-granted", { name }) };
  const by = upstreamOf(cell.id, derived).find((id) => {
    const over = derived.graph.cells.get(id)?.cell;
    return over !== undefined && fileIn(over.spec) !== null && !derived.results.of(id);
  });
  return by === undefined ? null : { state: "blocked", by };
}

const fileIn = (spec: JsonObject): string | null => (Object.values(spec) as readonly unknown[]).find(isFileRef)?.name ?? null;

/** All that a cell reads, nearest first. */
function upstreamOf(cell: CellId, { graph }: Derived): readonly CellId[] {
  const found = new Set<CellId>([cell]);
  for (const id of found) for (const slot of graph.cells.get(id)?.slots ?? []) found.add(slot.cell);
  return [...found].slice(1);
}

/**
 * What a cell waits for: what the server said, or, where that is up to date by now, the nearest that it reads and that is not.
 * Null: all is there, and the server says so in a moment.
 */
export function waitedFor(
  cell: CellId,
  said: CellId,
  derived: Derived,
  stateOf: (cell: CellId) => StateName | null,
): CellId | null {
  if (stateOf(said) !== "fresh") return said;
  return upstreamOf(cell, derived).find((id) => stateOf(id) !== "fresh") ?? null;
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

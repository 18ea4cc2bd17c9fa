// A cell as the runtime holds it: its variable in the graph, what was said of it, who asks for it. Data only.

import type { Variable } from "@observablehq/runtime";
import { canonicalJson } from "../base/canonical-json.ts";
import type { CellId, ResultKey } from "../base/ids.ts";
import type { Sources } from "../base/sources.ts";
import type { OutputRef } from "../artifacts/output-ref.ts";
import type { GraphCell } from "../notebook/notebook-graph.ts";
import type { CellSession } from "../session/cell-status.ts";
import type { Demand, RecordedFailure } from "./notebook-runtime.ts";
import type { LastChange } from "./stale-reasons.ts";

/** What a variable holds: where its cell's result is, or the cell because of which there is none. */
export type CellValue = { readonly sources: Sources } & (
  | { readonly ok: true; readonly key: ResultKey; readonly outputs: { readonly [port: string]: OutputRef } }
  | { readonly ok: false; readonly why: "failed" | "absent"; readonly cell: CellId }
);

/** What the inputs of a cell hold. */
export type Upstream = ReadonlyMap<CellId, CellValue>;

export interface CellNode {
  graph: GraphCell;
  readonly variable: Variable;
  /** How often it was defined, and the definition that answered last. */
  defined: number;
  answered: number;
  session: CellSession;
  value: CellValue | null;
  /** Data sets behind the inputs that the status was found with. */
  sources: Sources;
  /** Those behind what is on show. */
  shownSources: Sources;
  /** Those that the session was last said with. */
  said: Sources | null;
  shownAsked: boolean;
  /** While it is asked what was last on show; never rejects. */
  shownBefore: Promise<void> | null;
  /** The failure that was last said of the cell, as it was recorded; until the cell answers anew. */
  failedBefore: RecordedFailure | null;
  lastChange: LastChange | null;
  /** Explicit demands that name this cell. */
  readonly demands: Set<ActiveDemand>;
  freshOnce: boolean;
  cancelled: { readonly key: ResultKey; readonly by: string } | null;
  draft: { readonly timer: ReturnType<typeof setTimeout>; graph: GraphCell } | null;
}

export interface ActiveDemand {
  readonly demand: Demand;
  readonly targets: ReadonlySet<CellId>;
  readonly resolve: () => void;
}

export const newCellNode = (graph: GraphCell, variable: Variable): CellNode => ({
  graph,
  variable,
  defined: 0,
  answered: 0,
  session: { cell: graph.cell.id, status: { state: "idle" }, shown: null, key: null },
  value: null,
  sources: [],
  shownSources: [],
  said: null,
  shownAsked: graph.kind?.place === "inline",
  shownBefore: null,
  failedBefore: null,
  lastChange: null,
  demands: new Set(),
  freshOnce: false,
  cancelled: null,
  draft: null,
});

export const sameSession = (a: CellSession, b: CellSession): boolean =>
  a.key === b.key &&
  a.shown === b.shown &&
  a.status.state === b.status.state &&
  (a.status === b.status || JSON.stringify(a.status) === JSON.stringify(b.status));

export const sameGraphCell = (a: GraphCell, b: GraphCell): boolean =>
  a.cell === b.cell && a.slots === b.slots && a.problem === b.problem
    ? true
    : a.cell.kind === b.cell.kind &&
      a.cell.mode === b.cell.mode &&
      a.missing === b.missing &&
      (a.spec === b.spec || canonicalJson(a.spec) === canonicalJson(b.spec)) &&
      JSON.stringify(a.slots) === JSON.stringify(b.slots) &&
      JSON.stringify(a.problem) === JSON.stringify(b.problem);

/** Leaves it without a value, because of a cell. */
export function absent(node: CellNode, why: "failed" | "absent", because: CellId): CellValue {
  node.value = { ok: false, why, cell: because, sources: node.sources };
  return node.value;
}

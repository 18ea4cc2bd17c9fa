// What the runtime needs of the dependency graph: each live cell with its kind, its full spec and where its inputs come
// from. Made from notebook/dependency-graph.ts; a problem is data here, never a throw.

import type { Failure } from "../base/failure.ts";
import type { CellId } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import type { Kind } from "../contract/kind.ts";
import type { Cell } from "./notebook.ts";

export interface GraphSlot {
  readonly name: string;
  readonly cell: CellId;
  readonly port: string;
  /** Top-level field of the spec that holds the reference, absent for names in text. */
  readonly field?: string;
}

export interface GraphCell {
  readonly cell: Cell;
  readonly kind: Kind | null;
  /** Validated, with defaults; the spec as written where it is invalid. */
  readonly spec: JsonObject;
  readonly slots: readonly GraphSlot[];
  readonly problem: Failure | null;
  /** First required field that is empty. */
  readonly missing: string | null;
}

/** Live cells, and their order: behind what they read. */
export interface NotebookGraph {
  readonly cells: ReadonlyMap<CellId, GraphCell>;
  readonly order: readonly CellId[];
}

// The reactive notebook: keeps one variable per cell in an @observablehq/runtime graph, finds results by key, and has
// what is demanded and missing run through an Executor. The same code on the server (one per notebook, it alone creates
// runs), headless, and in the browser (no executor: inline kinds only). Created by `newNotebookRuntime`
// (new-notebook-runtime.ts); this file is what its callers see.

import type { CellId, ResultKey } from "../base/ids.ts";
import type { Failure } from "../base/failure.ts";
import type { Turns } from "../base/turns.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { NotebookGraph } from "../notebook/notebook-graph.ts";
import type { Notebook } from "../notebook/notebook.ts";
import type { CellSession, MadeFrom, ReuseReason, ShownResult } from "../session/cell-status.ts";
import type { Executor } from "./executor.ts";
import type { StepOutcome } from "./plan.ts";
import type { Resolve } from "./resolved-cells.ts";
import type { Sources } from "../base/sources.ts";

/** A failure as it was recorded. */
export interface RecordedFailure {
  readonly key: ResultKey;
  readonly failure: Failure;
  readonly made: MadeFrom;
  /** As it was run. */
  readonly spec: JsonObject;
  /** Data sets behind it. */
  readonly sources: Sources;
}

/** Results by key, wherever they are kept. */
export interface ResultLookup {
  /**
   * A finished result (a failure that follows from its inputs too), or null. Where people differ in what they may see,
   * only one that was made of no other data sets than those behind the cell that asks.
   */
  find(key: ResultKey, sources: Sources): Promise<{ readonly outcome: StepOutcome; readonly reused: ReuseReason } | null>;
  /** What was last on show for a cell, so that a stale cell still has a picture. */
  shown(cell: CellId): Promise<ShownResult | null>;
  /** The recorded failure that was last said of a cell: it stands until what fails is computed otherwise. Absent: none are kept. */
  failed?(cell: CellId): Promise<RecordedFailure | null>;
  /** Data sets behind what `shown` answered; absent: none are kept. */
  sourcesOfShown?(cell: CellId): Sources;
  /** Remembers it, with the data sets behind the cell that shows it. */
  show(cell: CellId, shown: ShownResult, sources: Sources): Promise<void>;
}

export type DemandMode =
  /** This cell alone, on the inputs that are there. */
  | "cell"
  /** With what it needs. */
  | "upstream"
  /** With what it needs and all that depends on it. */
  | "downstream"
  /** The cells that depend on it and run by themselves, with what they need: what a look ahead asks for. */
  | "automatic"
  /** Everything out of date. */
  | "all";

export interface Demand {
  readonly cell: CellId | null;
  readonly mode: DemandMode;
  readonly by: string;
  /** Personal parameter values: only for this demand's own results. */
  readonly overrides?: { readonly [cell: string]: Json };
  /** Run although a result exists: a new generation. */
  readonly fresh?: boolean;
}

export interface NotebookRuntime {
  /** The document changed. `by` and `at` enter the reasons of what goes out of date. `graph`: of whoever has made it already. */
  update(notebook: Notebook, change?: { readonly by: string; readonly at: number }, graph?: NotebookGraph): void;
  /** Settles when everything demanded is fresh, failed, blocked or cancelled. */
  demand(demand: Demand): { readonly settled: Promise<void>; cancel(): void };
  /** Demands all `auto` cells for as long as it is not released: somebody has the notebook open. */
  watch(by: string): { release(): void };
  /** Stops a queued or running cell; nobody's demand keeps it alive. */
  cancel(cell: CellId, by: string): void;
  /** What a result gave is not kept: a cell that comes to this key looks for it anew. */
  forget(key: ResultKey): void;
  /** Whether what a cell comes to is not known yet: its inputs, or its own result, are being found or made. */
  isPending(cell: CellId): boolean;
  session(): ReadonlyMap<CellId, CellSession>;
  /** Data sets behind what is said of a cell: behind the inputs that were used, and behind what is on show. */
  sourcesOf(cell: CellId): Sources;
  /** Resolves when nothing is computing. */
  idle(): Promise<void>;
  dispose(): void;
}

export interface NotebookRuntimeOptions {
  readonly results: ResultLookup;
  /** Absent in browsers: what is not inline then keeps the status that the server says. */
  readonly executor: Executor | null;
  /** Looks into files for what specs leave to them. Absent: cells are run as they are written. */
  readonly resolve?: Resolve;
  readonly now: () => number;
  /** Where others wait for this thread: many cells are answered in turns. */
  readonly turns?: Turns;
  /** A cell's session changed, or the data sets behind it. Never throws into the runtime. */
  readonly onCell: (session: CellSession) => void;
  readonly onProgress?: (cell: CellId, fraction: number | null, note: Sentence | null) => void;
  readonly onLog?: (cell: CellId, text: string) => void;
}

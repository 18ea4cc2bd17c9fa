// What a notebook shows at this moment, or would show with other parameter values: the results of its lab by key, and the
// same runtime as everywhere. Without an executor it only finds what is there.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { cellsBehind } from "@genomecraft/cells/notebook/cells-behind.ts";
import { graphOfNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import type { Executor as PlanExecutor } from "@genomecraft/cells/runtime/executor.ts";
import type { ResultLookup } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import type { Resolve } from "@genomecraft/cells/runtime/resolved-cells.ts";
import { standardRuntime } from "@genomecraft/cells/runtime/standard-runtime.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { knownFormats } from "../intake/file-formats.ts";
import { postgresResults } from "../scheduler/result-lookup.ts";

/** Results of a notebook's lab by key, and what is known of its files; what is on show stays as it is. */
export const resultsOfLab = (
  db: Database,
  of: { readonly notebook: string; readonly lab: string; readonly now: () => number },
): SettleOptions["results"] => ({
  ...postgresResults({ db, notebook: of.notebook, lab: of.lab, now: of.now, shows: false }),
  resolve: knownFormats(db, of.lab),
});

export interface SettleOptions {
  readonly results: ResultLookup & { readonly resolve: Resolve };
  /** Runs what is missing; null: only look. */
  readonly executor: PlanExecutor | null;
  readonly by: string;
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

/** Sessions of `cells` and of what they need, when all has come to rest. */
export async function settleCells(
  notebook: Notebook,
  cells: readonly CellId[],
  options: SettleOptions,
): Promise<ReadonlyMap<CellId, CellSession>> {
  const behind = cellsBehind(graphOfNotebook(notebook), cells);
  const { results, executor, now } = options;
  const runtime = standardRuntime({ results, executor, resolve: results.resolve, now, onCell: () => {} });
  const stop = (): void => runtime.dispose();
  // A runtime that was put away never comes to rest, and nobody is told again that the time is up.
  const isOver = (): boolean => options.signal?.aborted === true;
  options.signal?.addEventListener("abort", stop, { once: true });
  try {
    runtime.update({ ...notebook, cells: notebook.cells.filter((cell) => behind.has(cell.id)) });
    if (!isOver()) await runtime.idle();
    if (options.executor && !isOver()) {
      const { by } = options;
      await Promise.all(cells.map((cell) => runtime.demand({ cell, mode: "upstream", by }).settled));
      if (!isOver()) await runtime.idle();
    }
    return new Map(runtime.session());
  } finally {
    options.signal?.removeEventListener("abort", stop);
    runtime.dispose();
  }
}

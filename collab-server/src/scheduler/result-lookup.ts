// Results by key out of Postgres, for the runtime of one notebook. A result of which a part was not kept is not found: it
// is made again.

import type { CellId, ResultKey, RunId } from "@genomecraft/cells/base/ids.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { ResultLookup } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import {
  evictResult,
  findResults,
  putShown,
  shownOf,
  sourcesOfKeys,
  type ResultRow,
} from "@genomecraft/storage/queries/results.ts";
import { gather } from "./gather.ts";

export const outcomeOf = (row: Pick<ResultRow, "key" | "outputs" | "failure" | "ms">): StepOutcome =>
  row.outputs
    ? { ok: true, key: row.key as ResultKey, outputs: row.outputs as { readonly [port: string]: OutputRef }, ms: row.ms }
    : { ok: false, key: row.key as ResultKey, failure: row.failure as Failure, ms: row.ms };

export interface LookupOptions {
  readonly db: Database;
  readonly notebook: string;
  readonly lab: string;
  readonly now: () => number;
  /** What stands behind a result, as it becomes known. */
  readonly onSources?: (key: string, sources: readonly string[]) => void;
  /** Absent: what the notebook shows stays as it is. */
  readonly shows?: boolean;
}

export interface PostgresResults extends ResultLookup {
  /** What the cell shows is written already. */
  wasShown(cell: CellId, shown: ShownResult): void;
}

export function postgresResults({ db, notebook, lab, now, onSources, shows = true }: LookupOptions): PostgresResults {
  const kept = new Map<CellId, string>();
  const resultOf = gather((keys: readonly string[]) => findResults(db, lab, keys));
  const shownBy = gather((cells: readonly string[]) => shownOf(db, notebook, cells));
  const sourcesOf = gather((keys: readonly string[]) => sourcesOfKeys(db, lab, keys));
  return {
    find: async (key) => {
      const found = await resultOf(key);
      if (!found) return null;
      const { row, available } = found;
      if (!available) {
        await evictResult(db, lab, key, row.generation);
        return null;
      }
      onSources?.(key, row.sources);
      return { outcome: outcomeOf(row), reused: { run: row.run as RunId, by: row.by, at: row.at } };
    },
    shown: async (cell) => {
      if (!shows) return null;
      const shown = (await shownBy(cell)) as ShownResult | null;
      if (!shown) return null;
      kept.set(cell, markOf(shown));
      const sources = await sourcesOf(shown.key);
      if (sources) onSources?.(shown.key, sources);
      return shown;
    },
    wasShown: (cell, shown) => void kept.set(cell, markOf(shown)),
    show: async (cell, shown) => {
      if (!shows) return;
      const mark = markOf(shown);
      if (kept.get(cell) === mark) return;
      kept.set(cell, mark);
      await putShown(db, { notebook, lab, cell, shown, at: now() });
    },
  };
}

const markOf = (shown: ShownResult): string => JSON.stringify([shown.key, shown.outputs]);

// Results by key out of Postgres, for the runtime of one notebook. A result of which a part was not kept is not found: it
// is made again. So is one that was made of data which do not stand behind the cell that asks.

import type { CellId, ResultKey, RunId } from "@genomecraft/cells/base/ids.ts";
import { receivedFailure } from "@genomecraft/cells/base/failure.ts";
import { invariant } from "@genomecraft/cells/base/invariant.ts";
import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { markOfSources } from "@genomecraft/cells/base/sources.ts";
import type { RecordedFailure, ResultLookup } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { failuresSaid, putShown, shownOf } from "@genomecraft/storage/queries/shown.ts";
import { evictResult, findResults, type ResultAsked, type ResultRow } from "@genomecraft/storage/queries/results.ts";
import { askTogether } from "./ask-together.ts";
import { patiently } from "./patiently.ts";

export function outcomeOf(row: Pick<ResultRow, "key" | "outputs" | "failure" | "ms">): StepOutcome {
  const key = row.key as ResultKey;
  if (row.outputs) return { ok: true, key, outputs: row.outputs as { readonly [port: string]: OutputRef }, ms: row.ms };
  const failure = receivedFailure(row.failure);
  invariant(failure, `the result ${key} holds neither outputs nor a failure`);
  return { ok: false, key, failure, ms: row.ms };
}

export interface LookupOptions {
  readonly db: Database;
  readonly notebook: string;
  readonly lab: string;
  readonly now: () => number;
  /** Absent: what the notebook shows stays as it is. */
  readonly shows?: boolean;
}

export interface PostgresResults extends ResultLookup {
  /** What the cell shows is written already. */
  wasShown(cell: CellId, shown: ShownResult, sources: readonly string[]): void;
}

export function postgresResults({ db, notebook, lab, now, shows = true }: LookupOptions): PostgresResults {
  const kept = new Map<CellId, string>();
  const behind = new Map<CellId, readonly string[]>();
  /** What is being written, by cell: the next is written after it. */
  const writing = new Map<CellId, Promise<void>>();
  const resultOf = askTogether(async (questions: readonly string[]) => {
    const asked = questions.map((question) => JSON.parse(question) as ResultAsked);
    const found = await findResults(db, lab, asked);
    return new Map(questions.flatMap((question, at) => (found[at] ? [[question, found[at]] as const] : [])));
  });
  const failedBy = askTogether((cells: readonly string[]) => failuresSaid(db, notebook, cells));
  const shownBy = askTogether((cells: readonly string[]) => shownOf(db, notebook, cells));
  return {
    find: async (key, sources) => {
      const found = await resultOf(JSON.stringify({ key, sources } satisfies ResultAsked));
      if (!found) return null;
      const { row, available } = found;
      if (!available) {
        await evictResult(db, row);
        return null;
      }
      return { outcome: outcomeOf(row), reused: { run: row.run as RunId, by: row.by, at: row.at } };
    },
    shown: async (cell) => {
      if (!shows) return null;
      const found = await shownBy(cell);
      if (!found) return null;
      const shown = found.shown as ShownResult;
      const sources = [...found.sources].sort();
      kept.set(cell, markOf(shown, sources));
      behind.set(cell, sources);
      return shown;
    },
    failed: async (cell) => {
      const found = shows ? await failedBy(cell) : null;
      return found as RecordedFailure | null;
    },
    sourcesOfShown: (cell) => behind.get(cell) ?? [],
    wasShown: (cell, shown, sources) => void kept.set(cell, markOf(shown, sources)),
    show: async (cell, shown, sources) => {
      if (!shows) return;
      const mark = markOf(shown, sources);
      if (kept.get(cell) === mark) return;
      kept.set(cell, mark);
      const write = async (): Promise<void> => {
        // What the cell came to meanwhile is written instead, or is already.
        if (kept.get(cell) === mark) await putShown(db, { notebook, lab, cell, shown, sources, at: now() });
      };
      const before = writing.get(cell) ?? Promise.resolve();
      const mine = before
        .catch(() => {})
        .then(() => patiently(write, new AbortController().signal))
        .catch((error: unknown) => {
          if (kept.get(cell) === mark) kept.delete(cell);
          throw error;
        })
        .finally(() => {
          if (writing.get(cell) === mine) writing.delete(cell);
        });
      writing.set(cell, mine);
      await mine;
    },
  };
}

const markOf = (shown: ShownResult, sources: readonly string[]): string =>
  JSON.stringify([shown.key, shown.outputs, markOfSources(sources)]);

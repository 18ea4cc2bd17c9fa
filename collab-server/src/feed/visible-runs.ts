// The list of runs as one person may see it: a run on data that she may not see is not in it, whether there was one or not,
// nor one on persons of whom she sees results only. Of other data her list quotes no values.

import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import { countRunsOf, listRuns, type ListedRun } from "@genomecraft/storage/queries/runs.ts";
import type { Lookout } from "../server-context.ts";
import { Sight } from "./personal-feed.ts";

/**
 * A run that failed is done for the database; why, and that it did, is for those who may see rows of what it read. One that
 * lacked nothing but a choice did not fail: the cell waits for it.
 */
export async function visibleRuns(context: Lookout, filter: Parameters<typeof listRuns>[1]): Promise<readonly ListedRun[]> {
  const { db } = context;
  const sights = new Map<string, Sight>();
  const found: ListedRun[] = [];
  const state = filter.state === "failed" || filter.state === "needs-input" ? "done" : filter.state;
  for (let before: number | undefined; ; ) {
    const some = await listRuns(db, { ...filter, state, before });
    for (const run of some) {
      const sight = sights.get(run.notebook) ?? new Sight({ context, notebook: run.notebook, user: filter.user });
      sights.set(run.notebook, sight);
      if (!(await isSeen(sight, run.sources))) continue;
      const isBlind = await sight.seesResultsOnly(run.sources);
      const failed = run.failed && !isBlind;
      const seen: ListedRun = {
        ...(failed ? { ...run, state: asks(run.failure) ? "needs-input" : "failed" } : { ...run, failed, failure: null }),
        ...(isBlind ? { note: "", detail: null } : {}),
      };
      if (filter.state === undefined || filter.state === seen.state) found.push(seen);
      if (found.length === filter.limit) return found;
    }
    if (some.length < filter.limit) return found;
    before = some.at(-1)?.number;
  }
}

const asks = (failure: unknown): boolean => isJsonObject(failure) && failure["asks"] === true;

/** How many of the runs that a person asked for she may know of. */
export async function countVisibleRuns(context: Lookout, user: string): Promise<number> {
  let n = 0;
  for (const group of await countRunsOf(context.db, user))
    if (await isSeen(new Sight({ context, notebook: group.notebook, user }), group.sources)) n += group.n;
  return n;
}

const isSeen = async (sight: Sight, sources: readonly string[]): Promise<boolean> =>
  (await sight.barring(sources)) === null && !(await sight.seesNoRunsOf(sources));

// The list of runs as one person may see it: a run on data that she may not see is not in it, whether there was one or not.

import type { Database } from "@genomecraft/storage/database.ts";
import { countRunsOf, listRuns, type ListedRun } from "@genomecraft/storage/queries/runs.ts";
import { Sight } from "./personal-feed.ts";

/** A run that failed is done for the database; why, and that it did, is for those who may see rows of what it read. */
export async function visibleRuns(db: Database, filter: Parameters<typeof listRuns>[1]): Promise<readonly ListedRun[]> {
  const sights = new Map<string, Sight>();
  const found: ListedRun[] = [];
  const state = filter.state === "failed" ? "done" : filter.state;
  for (let before: number | undefined; ; ) {
    const some = await listRuns(db, { ...filter, state, before });
    for (const run of some) {
      const sight = sights.get(run.notebook) ?? new Sight({ db, notebook: run.notebook, user: filter.user });
      sights.set(run.notebook, sight);
      if ((await sight.barring(run.sources)) !== null) continue;
      const failed = run.failed && !(await sight.seesResultsOnly(run.sources));
      const seen: ListedRun = failed ? { ...run, state: "failed" } : { ...run, failed, failure: null };
      if (filter.state === undefined || filter.state === seen.state) found.push(seen);
      if (found.length === filter.limit) return found;
    }
    if (some.length < filter.limit) return found;
    before = some.at(-1)?.number;
  }
}

/** How many of the runs that a person asked for she may know of. */
export async function countVisibleRuns(db: Database, user: string): Promise<number> {
  let n = 0;
  for (const group of await countRunsOf(db, user))
    if ((await new Sight({ db, notebook: group.notebook, user }).barring(group.sources)) === null) n += group.n;
  return n;
}

// What a person may see of a result: the weakest of her rights on the data sets that it descends from. A data set that is
// gone, or that the notebook was never granted, lets nobody in.

import { sql } from "drizzle-orm";
import type { Executor } from "@genomecraft/storage/database.ts";
import { datasetStandingsOf } from "../access.ts";
import { weakerStanding, type DatasetStanding } from "../permissions.ts";

/** Digest of a data set's file -> the data sets that hold it, among those granted to the notebook. */
export async function datasetsBehind(
  executor: Executor,
  notebook: string,
  sources: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (sources.length === 0) return found;
  const { rows } = await executor.execute<{ digest: string; dataset: string }>(sql`
    select distinct v.digest, v.dataset from dataset_versions v join notebook_datasets g on g.dataset = v.dataset
    where g.notebook = ${notebook} and v.digest in (${sql.join(
      sources.map((digest) => sql`${digest}`),
      sql`, `,
    )})`);
  for (const row of rows) {
    const list = found.get(row.digest);
    if (list) list.push(row.dataset);
    else found.set(row.digest, [row.dataset]);
  }
  return found;
}

/** The same bytes may lie in several data sets: the best of them counts for that source, the worst source for the result. */
export async function standingOnSources(
  executor: Executor,
  options: { readonly notebook: string; readonly sources: readonly string[]; readonly user: string },
): Promise<DatasetStanding> {
  const behind = await datasetsBehind(executor, options.notebook, options.sources);
  const standings = await datasetStandingsOf(executor, [...new Set([...behind.values()].flat())], options.user);
  let worst: DatasetStanding = "owner";
  for (const source of new Set(options.sources)) {
    let best: DatasetStanding = "none";
    for (const dataset of behind.get(source) ?? []) {
      const standing = standings.get(dataset) ?? "none";
      if (weakerStanding(best, standing) === best) best = standing;
    }
    worst = weakerStanding(worst, best);
  }
  return worst;
}

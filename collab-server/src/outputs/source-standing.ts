// What a person may see of a result: the weakest of her rights on the data sets that it descends from. A data set that is
// gone, or that the notebook was never granted, lets nobody in.

import type { Executor } from "@genomecraft/storage/database.ts";
import { datasetsBehind } from "@genomecraft/storage/queries/rights.ts";
import { datasetStandingsOf } from "../access.ts";
import { canDataset, weakerStanding, type DatasetStanding } from "../permissions.ts";

/** The same bytes may lie in several data sets: the best of them counts for that source, the worst source for the result. */
export async function standingOnSources(
  executor: Executor,
  options: { readonly notebook: string; readonly sources: readonly string[]; readonly user: string },
): Promise<DatasetStanding> {
  const behind = await datasetsBehind(executor, options.notebook, options.sources);
  const standings = await datasetStandingsOf(executor, [...new Set([...behind.values()].flat())], options.user, options.notebook);
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

interface Question {
  readonly notebook: string;
  readonly sources: readonly string[];
  readonly user: string;
}

/** By file of those that keep a person from what descends from these: the data sets of the notebook that hold it, where none lets her in. */
export async function filesThatBar(executor: Executor, options: Question): Promise<readonly (readonly string[])[]> {
  const behind = [...(await datasetsBehind(executor, options.notebook, options.sources)).values()];
  const standings = await datasetStandingsOf(executor, [...new Set(behind.flat())], options.user, options.notebook);
  const isOpen = (dataset: string): boolean => canDataset(standings.get(dataset) ?? "none", "dataset.see-results");
  return behind.filter((list) => !list.some(isOpen));
}

/**
 * The data sets of the notebook that keep a person from what descends from these files: of bytes that lie in several, all of
 * them and only where none lets her in. None at all: the files are not among the notebook's.
 */
export const datasetsThatBar = async (executor: Executor, options: Question): Promise<readonly string[]> => [
  ...new Set((await filesThatBar(executor, options)).flat()),
];

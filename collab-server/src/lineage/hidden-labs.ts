// Which data sets stand behind files, as the notebook was granted them, and whose data keep a person from seeing more.

import type { Executor } from "@genomecraft/storage/database.ts";
import { sourceVersions, type SourceVersion } from "@genomecraft/storage/queries/lineage.ts";
import { datasetStandingsOf } from "../access.ts";
import { canDataset } from "../permissions.ts";

export interface KnownSources {
  /** The version with these bytes, one that she may see before others. */
  versionOf(digest: string): SourceVersion | undefined;
  /** Null when she may see what comes from these files; else the labs whose data it is. */
  hiddenLabs(sources: readonly string[]): readonly string[] | null;
  /** Some of these files are about persons, and she may see no rows of them. */
  areUnseenPersons(sources: readonly string[]): boolean;
}

export async function knownSources(
  executor: Executor,
  of: { readonly notebook: string; readonly user: string },
  digests: readonly string[],
): Promise<KnownSources> {
  const versions = await sourceVersions(executor, of.notebook, digests);
  const standings = await datasetStandingsOf(
    executor,
    [...new Set(versions.map((version) => version.dataset))],
    of.user,
    of.notebook,
  );
  const isVisible = (version: SourceVersion): boolean =>
    canDataset(standings.get(version.dataset) ?? "none", "dataset.see-results");
  const versionOf = (digest: string): SourceVersion | undefined => {
    const all = versions.filter((version) => version.digest === digest);
    return all.find(isVisible) ?? all[0];
  };
  const seesRows = (version: SourceVersion): boolean => canDataset(standings.get(version.dataset) ?? "none", "dataset.see-rows");
  return {
    versionOf,
    areUnseenPersons: (sources) =>
      versions.some(
        ({ digest, aboutPersons }) =>
          aboutPersons && sources.includes(digest) && !versions.some((other) => other.digest === digest && seesRows(other)),
      ),
    hiddenLabs: (sources) => {
      const closed = sources.filter((source) => {
        const version = versionOf(source);
        return !version || !isVisible(version);
      });
      if (closed.length === 0) return null;
      return [...new Set(closed.map((source) => versionOf(source)?.labName ?? ""))].filter(Boolean).sort();
    },
  };
}

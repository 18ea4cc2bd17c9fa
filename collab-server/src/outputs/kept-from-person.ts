// Whose data stand behind a cell of which somebody may see no rows, and whether they are persons'.

import type { Executor } from "@genomecraft/storage/database.ts";
import { sourceVersions, type SourceVersion } from "@genomecraft/storage/queries/lineage.ts";
import { datasetStandingsOf } from "../access.ts";
import { canDataset, type DatasetStanding } from "../permissions.ts";

/** What is known of the data behind a cell of which somebody may see no rows. */
export interface Kept {
  /** Labs whose data they are. */
  readonly labs: readonly { readonly id: string; readonly name: string }[];
  /** Null: none of them is about persons. */
  readonly persons: {
    readonly least: number;
    /**
     * What is told of them tells of few. Data of other labs are among it: what one lab writes about another's persons (a sheet of
     * groups) chooses among them. Or it is a later version of its data set: beside the one before, the difference tells of the
     * persons that came or went.
     */
    readonly isChosen: boolean;
    readonly files: readonly { readonly digest: string; readonly column: string | null }[];
  } | null;
}

/** Somebody in a notebook. `standingsOf`: of somebody who is not there yet, what she would have. */
export interface Looker {
  readonly notebook: string;
  readonly user: string;
  readonly standingsOf?: (datasets: readonly string[]) => ReadonlyMap<string, DatasetStanding>;
}

export async function keptFrom(db: Executor, of: Looker, sources: readonly string[]): Promise<Kept> {
  const versions = await sourceVersions(db, of.notebook, sources);
  const datasets = [...new Set(versions.map(({ dataset }) => dataset))];
  const standings = of.standingsOf?.(datasets) ?? (await datasetStandingsOf(db, datasets, of.user, of.notebook));
  const seesRows = ({ dataset }: SourceVersion): boolean => canDataset(standings.get(dataset) ?? "none", "dataset.see-rows");
  const open = new Set(versions.filter(seesRows).map(({ digest }) => digest));
  const closed = versions.filter(({ digest }) => !open.has(digest));
  const persons = closed.filter(({ aboutPersons }) => aboutPersons);
  return {
    labs: [...new Map(closed.map(({ lab, labName }) => [lab, { id: lab, name: labName }])).values()],
    persons:
      persons.length === 0
        ? null
        : {
            isChosen:
              versions.some(
                ({ digest }) => !versions.some((one) => one.digest === digest && persons.some(({ lab }) => lab === one.lab)),
              ) || persons.some(({ isFirst, smallGroups }) => !isFirst && smallGroups > 1),
            least: Math.max(1, ...persons.map(({ smallGroups }) => smallGroups)),
            files: [...new Set(persons.map(({ digest }) => digest))].map((digest) => ({
              digest,
              column: persons.find((version) => version.digest === digest && version.personColumn !== null)?.personColumn ?? null,
            })),
          },
  };
}

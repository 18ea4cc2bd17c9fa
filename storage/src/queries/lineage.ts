// Results and what they were made from: the rows that lineage and verification walk. Read only.

import { and, asc, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import { isWithin } from "@genomecraft/cells/base/sources.ts";
import type { Executor } from "../database.ts";
import { among } from "./among.ts";
import { hasOriginsIn, isBehindMade } from "./origins.ts";
import {
  datasets,
  datasetVersions,
  labs,
  notebookDatasets,
  resultInputs,
  resultOutputs,
  results,
  users,
} from "../schema/index.ts";

export type ResultRow = typeof results.$inferSelect;
export type ResultInputRow = typeof resultInputs.$inferSelect;

/** Newest generation of a key that was made of nothing but `within`, or null. */
export async function newestResult(
  executor: Executor,
  lab: string,
  { key, within }: { readonly key: string; readonly within: readonly string[] },
): Promise<ResultRow | null> {
  const rows = await executor
    .select()
    .from(results)
    .where(and(eq(results.lab, lab), eq(results.key, key)))
    .orderBy(asc(results.evicted), desc(results.generation));
  return rows.find((row) => isWithin(row.sources, within)) ?? null;
}

/** Successful results, made of nothing but `within`, whose outputs have these digests, newest first, those made for a check alone last; `digest` is the one that was asked for. */
export async function producersOf(
  executor: Executor,
  lab: string,
  { digests, within }: { readonly digests: readonly string[]; readonly within: readonly string[] },
): Promise<readonly { readonly digest: string; readonly port: string; readonly result: ResultRow }[]> {
  if (digests.length === 0) return [];
  const rows = await executor
    .select({ digest: resultOutputs.digest, port: resultOutputs.port, result: results })
    .from(resultOutputs)
    .innerJoin(
      results,
      and(
        eq(results.lab, resultOutputs.lab),
        eq(results.key, resultOutputs.key),
        eq(results.sourceSet, resultOutputs.sourceSet),
        eq(results.generation, resultOutputs.generation),
      ),
    )
    .where(and(eq(resultOutputs.lab, lab), among(resultOutputs.digest, digests), isNotNull(results.outputs)))
    .orderBy(asc(results.evicted), desc(results.at));
  return rows.filter(({ result }) => isWithin(result.sources, within));
}

/** What these results were made from, by slot. */
export async function inputsOfResults(
  executor: Executor,
  lab: string,
  of: readonly Pick<ResultRow, "key" | "sourceSet" | "generation">[],
): Promise<readonly ResultInputRow[]> {
  if (of.length === 0) return [];
  return executor
    .select()
    .from(resultInputs)
    .where(
      and(
        eq(resultInputs.lab, lab),
        or(
          ...of.map(({ key, sourceSet, generation }) =>
            and(eq(resultInputs.key, key), eq(resultInputs.sourceSet, sourceSet), eq(resultInputs.generation, generation)),
          ),
        ),
      ),
    );
}

/** Specs, as they were run, of all that this notebook ever answered by that kind of something with that digest, and in which slot each read it. */
export async function specsRunOf(
  executor: Executor,
  of: { readonly lab: string; readonly notebook: string; readonly kind: string; readonly digest: string },
): Promise<readonly { readonly slot: string; readonly spec: unknown }[]> {
  return executor
    .select({ slot: resultInputs.slot, spec: results.spec })
    .from(resultInputs)
    .innerJoin(
      results,
      and(
        eq(results.lab, resultInputs.lab),
        eq(results.key, resultInputs.key),
        eq(results.sourceSet, resultInputs.sourceSet),
        eq(results.generation, resultInputs.generation),
      ),
    )
    .where(
      and(
        eq(resultInputs.lab, of.lab),
        eq(resultInputs.digest, of.digest),
        eq(results.kind, of.kind),
        eq(results.notebook, of.notebook),
        isNotNull(results.outputs),
      ),
    );
}

export interface SourceVersion {
  readonly digest: string;
  readonly dataset: string;
  readonly name: string;
  /** files, recipe, features. */
  readonly sort: string;
  readonly version: number;
  readonly lab: string;
  readonly labName: string;
  readonly by: string;
  readonly byName: string;
  readonly at: number;
  /** Smallest group of persons that its lab lets out; 0 where it is not about persons, or its lab lets all out. */
  readonly smallGroups: number;
  /** Its rows are persons, whatever its lab lets out of them. */
  readonly aboutPersons: boolean;
  /** The column that tells them apart; null where nobody has said which. */
  readonly personColumn: string | null;
  readonly inBin: boolean;
  /** None of its data set came before it. */
  readonly isFirst: boolean;
}

/**
 * Versions of data sets with these bytes that the notebook was granted, oldest first; with those of which these were made, since
 * their labs and persons stand behind whatever is made of them.
 */
export async function sourceVersions(
  executor: Executor,
  notebook: string,
  digests: readonly string[],
): Promise<readonly SourceVersion[]> {
  if (digests.length === 0) return [];
  return executor
    .select({
      digest: datasetVersions.digest,
      dataset: datasets.id,
      name: datasets.name,
      sort: datasets.sort,
      version: datasetVersions.version,
      lab: datasets.lab,
      labName: labs.name,
      by: datasetVersions.createdBy,
      byName: sql<string>`coalesce(${users.name}, '')`,
      at: datasetVersions.createdAt,
      smallGroups: sql<number>`case when ${datasets.aboutPersons} then ${labs.smallGroups} else 0 end`,
      aboutPersons: datasets.aboutPersons,
      personColumn: datasets.personColumn,
      inBin: sql<boolean>`${datasets.deletedAt} is not null`,
      isFirst: sql<boolean>`not exists (
        select from ${datasetVersions} before
        where before.dataset = ${datasets.id} and before.version < ${datasetVersions.version})`,
    })
    .from(datasetVersions)
    .innerJoin(datasets, eq(datasets.id, datasetVersions.dataset))
    .innerJoin(labs, eq(labs.id, datasets.lab))
    .innerJoin(notebookDatasets, and(eq(notebookDatasets.dataset, datasets.id), eq(notebookDatasets.notebook, notebook)))
    .leftJoin(users, eq(users.id, datasetVersions.createdBy))
    .where(
      or(
        and(among(datasetVersions.digest, digests), hasOriginsIn(sql`${notebook}`, sql`dataset_versions`)),
        isBehindMade(notebook, digests),
      ),
    )
    .orderBy(datasetVersions.createdAt);
}

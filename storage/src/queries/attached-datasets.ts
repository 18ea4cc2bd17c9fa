// Which data sets a notebook may use, and which notebooks use a data set.

import { and, asc, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { datasets, datasetVersions, labs, notebookDatasets, notebooks } from "../schema/index.ts";
import { among } from "./among.ts";
import { isBehindMade } from "./origins.ts";

/** Those in the bin among them. */
export const datasetsOfNotebook = (executor: Executor, notebook: string) =>
  executor
    .select({
      id: datasets.id,
      name: datasets.name,
      lab: datasets.lab,
      labName: labs.name,
      attachedAt: notebookDatasets.grantedAt,
      inBin: sql<boolean>`${datasets.deletedAt} is not null`,
    })
    .from(notebookDatasets)
    .innerJoin(datasets, eq(datasets.id, notebookDatasets.dataset))
    .innerJoin(labs, eq(labs.id, datasets.lab))
    .where(eq(notebookDatasets.notebook, notebook))
    .orderBy(asc(notebookDatasets.grantedAt), asc(datasets.name));

export const notebooksOfDataset = (executor: Executor, dataset: string) =>
  executor
    .select({ id: notebooks.id, title: notebooks.title })
    .from(notebookDatasets)
    .innerJoin(notebooks, eq(notebooks.id, notebookDatasets.notebook))
    .where(and(eq(notebookDatasets.dataset, dataset), isNull(notebooks.deletedAt)))
    .orderBy(asc(notebooks.title));

/** Null where the notebook does not use it. */
export async function notebookWithDataset(
  executor: Executor,
  of: { readonly notebook: string; readonly dataset: string },
): Promise<{ readonly id: string; readonly lab: string } | null> {
  const [row] = await executor
    .select({ id: notebooks.id, lab: notebooks.lab })
    .from(notebookDatasets)
    .innerJoin(notebooks, eq(notebooks.id, notebookDatasets.notebook))
    .where(and(eq(notebookDatasets.notebook, of.notebook), eq(notebookDatasets.dataset, of.dataset)));
  return row ?? null;
}

/** Ids of all that were attached, also of those that are deleted. */
export async function attachedTo(executor: Executor, notebook: string): Promise<readonly string[]> {
  const rows = await executor
    .select({ dataset: notebookDatasets.dataset })
    .from(notebookDatasets)
    .where(eq(notebookDatasets.notebook, notebook));
  return rows.map((row) => row.dataset);
}

/** Answers how many of them were not attached before. */
export async function addAttached(
  tx: Executor,
  of: {
    readonly notebook: string;
    readonly lab: string;
    readonly datasets: readonly string[];
    readonly by: string;
    readonly at: number;
  },
): Promise<number> {
  if (of.datasets.length === 0) return 0;
  const { notebook, lab, by, at } = of;
  const added = await tx
    .insert(notebookDatasets)
    .values(of.datasets.map((dataset) => ({ notebook, dataset, lab, grantedBy: by, grantedAt: at })))
    .onConflictDoNothing()
    .returning({ dataset: notebookDatasets.dataset });
  return added.length;
}

/** False when it was not attached. */
export async function removeAttached(
  tx: Executor,
  of: { readonly notebook: string; readonly dataset: string },
): Promise<boolean> {
  const gone = await tx
    .delete(notebookDatasets)
    .where(and(eq(notebookDatasets.notebook, of.notebook), eq(notebookDatasets.dataset, of.dataset)))
    .returning({ dataset: notebookDatasets.dataset });
  return gone.length > 0;
}

/** The labs whose data a notebook may use, itself excepted. With `sources`: only of the files that have these digests. */
export async function otherLabsBehind(
  executor: Executor,
  of: { readonly notebook: string; readonly lab: string },
  sources?: readonly string[],
): Promise<readonly string[]> {
  if (sources?.length === 0) return [];
  const attached = and(eq(notebookDatasets.notebook, of.notebook), ne(datasets.lab, of.lab));
  const rows =
    sources === undefined
      ? await executor
          .selectDistinct({ lab: datasets.lab })
          .from(notebookDatasets)
          .innerJoin(datasets, eq(datasets.id, notebookDatasets.dataset))
          .where(attached)
      : await executor
          .selectDistinct({ lab: datasets.lab })
          .from(notebookDatasets)
          .innerJoin(datasets, eq(datasets.id, notebookDatasets.dataset))
          .innerJoin(datasetVersions, eq(datasetVersions.dataset, datasets.id))
          .where(and(attached, or(among(datasetVersions.digest, sources), isBehindMade(of.notebook, sources))));
  return rows.map((row) => row.lab);
}

/** Those of them that lie in the bin, each with the name of its lab. */
export async function inBinOf(
  executor: Executor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly labName: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({ id: datasets.id, labName: labs.name })
    .from(datasets)
    .innerJoin(labs, eq(labs.id, datasets.lab))
    .where(and(among(datasets.id, ids), isNotNull(datasets.deletedAt)));
  return new Map(rows.map(({ id, labName }) => [id, { labName }]));
}

/** Data set -> its lab, also of those that are deleted. */
export async function labsOfDatasets(executor: Executor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await executor.select({ id: datasets.id, lab: datasets.lab }).from(datasets).where(among(datasets.id, ids));
  return new Map(rows.map((row) => [row.id, row.lab]));
}

// Data sets in lists, their versions, grants, and where they are used.

import { and, asc, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { datasetGrants, datasets, datasetVersions, labs, notebookDatasets, notebooks, users } from "../schema/index.ts";

export interface ListedDataset {
  readonly id: string;
  readonly name: string;
  readonly lab: { readonly id: string; readonly name: string };
  readonly version: number;
  readonly digest: string;
  readonly size: number;
  readonly recognised: unknown;
  readonly createdAt: number;
  readonly by: string;
}

/** Data sets (their newest version) of labs that a person is in, and those granted to these labs; or those of a notebook. */
export async function datasetsFor(
  executor: Executor,
  user: string,
  filter: { readonly lab?: string | undefined; readonly notebook?: string | undefined; readonly limit: number },
): Promise<readonly ListedDataset[]> {
  const { rows } = await executor.execute<{
    id: string;
    name: string;
    lab: string;
    lab_name: string;
    version: number;
    digest: string;
    size: string;
    recognised: unknown;
    created_at: string;
    by_name: string | null;
  }>(sql`
    with mine as (select lab from members where user_id = ${user})
    select d.id, d.name, d.lab, l.name as lab_name, v.version, v.digest, v.size, v.recognised, v.created_at, u.name as by_name
    from datasets d join labs l on l.id = d.lab
      join lateral (select * from dataset_versions where dataset = d.id order by version desc limit 1) v on true
      left join users u on u.id = v.created_by
    where d.deleted_at is null
      and (d.lab in (select lab from mine)
        or exists (select 1 from dataset_grants g where g.dataset = d.id and g.lab_granted in (select lab from mine)))
      and ${filter.lab === undefined ? sql`true` : sql`d.lab = ${filter.lab}`}
      and ${filter.notebook === undefined ? sql`true` : sql`exists (select 1 from notebook_datasets n where n.dataset = d.id and n.notebook = ${filter.notebook})`}
    order by v.created_at desc, d.id limit ${filter.limit}`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    lab: { id: row.lab, name: row.lab_name },
    version: row.version,
    digest: row.digest,
    size: Number(row.size),
    recognised: row.recognised,
    createdAt: Number(row.created_at),
    by: row.by_name ?? "",
  }));
}

export async function datasetById(executor: Executor, id: string) {
  const [row] = await executor
    .select({
      id: datasets.id,
      name: datasets.name,
      lab: datasets.lab,
      labName: labs.name,
      createdBy: datasets.createdBy,
      aboutPersons: datasets.aboutPersons,
    })
    .from(datasets)
    .innerJoin(labs, eq(labs.id, datasets.lab))
    .where(and(eq(datasets.id, id), isNull(datasets.deletedAt)));
  return row ?? null;
}

/** Newest first. */
export const versionsOf = (executor: Executor, dataset: string) =>
  executor
    .select({
      version: datasetVersions.version,
      digest: datasetVersions.digest,
      name: datasetVersions.name,
      size: datasetVersions.size,
      blob: datasetVersions.blob,
      recognised: datasetVersions.recognised,
      createdAt: datasetVersions.createdAt,
      by: datasetVersions.createdBy,
      byName: users.name,
    })
    .from(datasetVersions)
    .leftJoin(users, eq(users.id, datasetVersions.createdBy))
    .where(eq(datasetVersions.dataset, dataset))
    .orderBy(desc(datasetVersions.version));

export const grantsOf = async (executor: Executor, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : executor
        .select({ dataset: datasetGrants.dataset, lab: labs.id, labName: labs.name, right: datasetGrants.right })
        .from(datasetGrants)
        .innerJoin(labs, eq(labs.id, datasetGrants.labGranted))
        .where(inArray(datasetGrants.dataset, [...ids]))
        .orderBy(asc(labs.name));

export const datasetsOfNotebook = (executor: Executor, notebook: string) =>
  executor
    .select({ id: datasets.id, name: datasets.name, lab: datasets.lab, labName: labs.name })
    .from(notebookDatasets)
    .innerJoin(datasets, eq(datasets.id, notebookDatasets.dataset))
    .innerJoin(labs, eq(labs.id, datasets.lab))
    .where(and(eq(notebookDatasets.notebook, notebook), isNull(datasets.deletedAt)))
    .orderBy(asc(notebookDatasets.grantedAt), asc(datasets.name));

export const notebooksOfDataset = (executor: Executor, dataset: string) =>
  executor
    .select({ id: notebooks.id, title: notebooks.title })
    .from(notebookDatasets)
    .innerJoin(notebooks, eq(notebooks.id, notebookDatasets.notebook))
    .where(and(eq(notebookDatasets.dataset, dataset), isNull(notebooks.deletedAt)))
    .orderBy(asc(notebooks.title));

/** Other data sets of the lab with this name. */
export const sameNamed = (executor: Executor, lab: string, name: string) =>
  executor
    .select({
      id: datasets.id,
      version: sql<number>`(select max(version) from dataset_versions v where v.dataset = ${datasets.id})`,
    })
    .from(datasets)
    .where(and(eq(datasets.lab, lab), eq(datasets.name, name), isNull(datasets.deletedAt)));

/** Titles of dashboards that are published now and descend from any version of the data set. */
export async function publicationsFrom(executor: Executor, dataset: string): Promise<readonly string[]> {
  const { rows } = await executor.execute<{ title: string }>(sql`
    select distinct p.title from publications p
      join dataset_versions v on v.dataset = ${dataset} and p.pinned -> 'sources' @> to_jsonb(v.digest)
    where p.withdrawn_at is null`);
  return rows.map((row) => row.title);
}

/** Data sets that were deleted before `before` go for good; their bytes are left to the collector. Answers how many. */
export async function purgeDatasets(executor: Executor, before: number): Promise<number> {
  const gone = await executor.delete(datasets).where(lt(datasets.deletedAt, before)).returning({ id: datasets.id });
  return gone.length;
}

export interface NamedFile {
  readonly digest: string;
  readonly name: string;
  readonly size: number;
  readonly dataset: string;
  readonly version: number;
  /** The notebook was granted it already. */
  readonly attached: boolean;
}

/**
 * What a path in a notebook's text may mean: files of data sets that the notebook was granted, then those of its lab, then
 * those of other labs that this person is in; newest first.
 */
export async function filesNamedBy(
  executor: Executor,
  of: { readonly user: string; readonly lab: string; readonly notebook: string | null },
): Promise<readonly NamedFile[]> {
  const { rows } = await executor.execute<{
    digest: string;
    name: string;
    size: string;
    dataset: string;
    version: number;
    attached: boolean;
  }>(sql`
    select * from (
      select v.digest, v.name, v.size, v.dataset, v.version, v.created_at, d.lab,
        exists (select 1 from notebook_datasets n where n.dataset = d.id and n.notebook = ${of.notebook}) as attached,
        exists (select 1 from members m where m.lab = d.lab and m.user_id = ${of.user}) as mine
      from dataset_versions v join datasets d on d.id = v.dataset and d.deleted_at is null) f
    where f.attached or f.mine
    order by f.attached desc, f.lab = ${of.lab} desc, f.created_at desc limit 5000`);
  return rows.map(({ digest, name, size, dataset, version, attached }) => ({
    digest,
    name,
    size: Number(size),
    dataset,
    version,
    attached,
  }));
}

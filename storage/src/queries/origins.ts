// What was made of data sets: recipes and tables of features are data sets themselves, and may be used no more freely than
// the files that they were made of. A row of dataset_origins names one of these files.

import { sql, type SQL } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { datasetOrigins, datasets } from "../schema/index.ts";
import { among } from "./among.ts";

export interface Origin {
  readonly dataset: string;
  readonly version: number;
  readonly digest: string;
  readonly origin: string;
  /** Of the lab that has what was made of it. */
  readonly isOwn: boolean;
  /** The data set is there, in the bin or not. */
  readonly isThere: boolean;
}

/** Of all versions of these data sets. */
export async function originsOf(executor: Executor, ids: readonly string[]): Promise<readonly Origin[]> {
  if (ids.length === 0) return [];
  return executor
    .select({
      dataset: datasetOrigins.dataset,
      version: datasetOrigins.version,
      digest: datasetOrigins.digest,
      origin: datasetOrigins.origin,
      isOwn: sql<boolean>`${datasetOrigins.originLab} = ${datasetOrigins.lab}`,
      isThere: sql<boolean>`exists (select 1 from ${datasets} d where d.id = ${datasetOrigins.origin})`,
    })
    .from(datasetOrigins)
    .where(among(datasetOrigins.dataset, ids));
}

/** Data set -> the data sets made of it, in the bin or not. */
export async function madeOf(
  executor: Executor,
  ids: readonly string[],
): Promise<readonly { readonly of: string; readonly dataset: string }[]> {
  if (ids.length === 0) return [];
  return executor
    .selectDistinct({ of: datasetOrigins.origin, dataset: datasetOrigins.dataset })
    .from(datasetOrigins)
    .where(among(datasetOrigins.origin, ids));
}

/**
 * Writes down what a version was made of: these files as they lie in the data sets that the notebook uses, and what those that
 * were made themselves were made of. Answers the digests that lie in none of them.
 */
export async function addOrigins(
  tx: Executor,
  of: { readonly dataset: string; readonly version: number; readonly lab: string; readonly notebook: string },
  sources: readonly string[],
): Promise<readonly string[]> {
  if (sources.length === 0) return [];
  const { rows } = await tx.execute<{ digest: string }>(sql`
    with asked as (select distinct unnest(${sql.param([...sources])}::text[]) as digest),
    behind as (select a.digest, d.id, d.lab, v.version from asked a join dataset_versions v on v.digest = a.digest
      join notebook_datasets n on n.dataset = v.dataset and n.notebook = ${of.notebook} join datasets d on d.id = v.dataset),
    written as (insert into dataset_origins (dataset, version, lab, digest, origin, origin_lab)
      select ${of.dataset}, ${of.version}::int, ${of.lab}, digest, id, lab from behind where id <> ${of.dataset}
      union select ${of.dataset}, ${of.version}::int, ${of.lab}, o.digest, o.origin, o.origin_lab
        from behind b join dataset_origins o on o.dataset = b.id and o.version = b.version where o.origin <> ${of.dataset}
      on conflict do nothing)
    select a.digest from asked a where not exists (select 1 from behind b where b.digest = a.digest)`);
  return rows.map(({ digest }) => digest);
}

/**
 * The version `v` of a data set may be read in the notebook: what it was made of is used there, too. What is gone for good
 * keeps nobody of its own lab from it.
 */
export const hasOriginsIn = (notebook: SQL, v: SQL = sql`v`): SQL => sql`not exists (
  select 1 from dataset_origins o where o.dataset = ${v}.dataset and o.version = ${v}.version and not exists (
    select 1 from dataset_origins p left join datasets pd on pd.id = p.origin
      left join notebook_datasets pn on pn.dataset = p.origin and pn.notebook = ${notebook}
    where p.dataset = o.dataset and p.version = o.version and p.digest = o.digest
      and (pn.notebook is not null or pd.id is null and p.origin_lab = ${v}.lab)))`;

/** Digest of a file that the notebook uses -> digests of the files that it was made of. */
export async function originsInNotebook(
  executor: Executor,
  notebook: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (digests.length === 0) return found;
  const { rows } = await executor.execute<{ made: string; origin: string }>(sql`
    select distinct w.digest as made, o.digest as origin from dataset_versions w
      join notebook_datasets wn on wn.dataset = w.dataset and wn.notebook = ${notebook}
      join dataset_origins o on o.dataset = w.dataset and o.version = w.version
    where w.digest = any(${sql.param([...digests])}::text[])`);
  for (const { made, origin } of rows) {
    const list = found.get(made);
    if (list) list.push(origin);
    else found.set(made, [origin]);
  }
  return found;
}

/** Labs other than its own whose data a version was made of; null: any version. */
export async function labsOfOrigins(executor: Executor, dataset: string, version: number | null): Promise<readonly string[]> {
  const rows = await executor
    .selectDistinct({ lab: datasetOrigins.originLab })
    .from(datasetOrigins)
    .where(
      sql`${datasetOrigins.dataset} = ${dataset} and ${datasetOrigins.originLab} <> ${datasetOrigins.lab}
        and ${version === null ? sql`true` : sql`${datasetOrigins.version} = ${version}`}`,
    );
  return rows.map(({ lab }) => lab);
}

/** `lab` may download all that the version `v` was made of. */
export const mayDownloadOrigins = (lab: SQL): SQL => sql`not exists (
  select 1 from dataset_origins o where o.dataset = v.dataset and o.version = v.version and not exists (
    select 1 from dataset_origins p where p.dataset = o.dataset and p.version = o.version and p.digest = o.digest
      and (p.origin_lab = ${lab} or exists (
        select 1 from dataset_grants pg join datasets pd on pd.id = pg.dataset and pd.deleted_at is null
        where pg.dataset = p.origin and pg.lab_granted = ${lab} and pg."right" = 'download'))))`;

/** The version `dataset_versions` is behind what was made of one of these files, in this notebook. */
export const isBehindMade = (notebook: string, digests: readonly string[]): SQL => sql`exists (
  select 1 from dataset_origins o join dataset_versions w on w.dataset = o.dataset and w.version = o.version
    join notebook_datasets wn on wn.dataset = o.dataset and wn.notebook = ${notebook}
  where o.origin = dataset_versions.dataset and o.digest = dataset_versions.digest
    and w.digest = any(${sql.param([...digests])}::text[]))`;

// The feature store: recipes and feature views, which are data sets of their own sorts, and who uses them.

import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { datasets, datasetVersions, featureViews, notebookDatasets } from "../schema/index.ts";
import { roleNow } from "./role-now.ts";

export type StoreSort = "recipe" | "features";

export interface StoreEntry {
  readonly id: string;
  readonly sort: StoreSort;
  readonly name: string;
  readonly lab: { readonly id: string; readonly name: string };
  readonly description: string;
  readonly tags: readonly string[];
  readonly deprecated: { readonly at: number; readonly by: string; readonly why: string; readonly instead: string | null } | null;
  readonly version: number;
  readonly digest: string;
  readonly fileName: string;
  readonly size: number;
  readonly made: unknown;
  readonly createdAt: number;
  readonly by: string;
  readonly byName: string;
  /** Notebooks that were let use it. */
  readonly notebooks: number;
}

/** What a list tells of a version: of statistics the names of the columns, of the form of data its type. A hundred of them are read at once. */
const madeInShort = sql`case d.sort
  when 'features' then jsonb_set(v.made #- '{told,summary}', '{told,summary}', jsonb_build_object('columns', coalesce((
    select jsonb_agg(jsonb_build_object('name', c -> 'name')) from jsonb_array_elements(v.made #> '{told,summary,columns}') c), '[]'::jsonb)))
  else jsonb_set(jsonb_set(v.made, '{told,takes,columns}', '[]', false), '{told,gives,columns}', '[]', false) end`;

/**
 * Entries, in their newest version, of labs that a person is in, and those granted to these labs. `text` is looked for in names,
 * descriptions and tags, each word of it.
 */
export async function storeEntriesFor(
  executor: Executor,
  user: string,
  filter: {
    readonly sort: StoreSort;
    readonly id?: string | undefined;
    readonly lab?: string | undefined;
    readonly tag?: string | undefined;
    readonly text?: string | undefined;
    readonly limit: number;
  },
): Promise<readonly StoreEntry[]> {
  const words = (filter.text ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20);
  const { rows } = await executor.execute<{
    id: string;
    sort: StoreSort;
    name: string;
    lab: string;
    lab_name: string;
    description: string;
    tags: readonly string[];
    deprecated: StoreEntry["deprecated"];
    version: number;
    digest: string;
    file_name: string;
    size: string;
    made: unknown;
    created_at: string;
    created_by: string;
    by_name: string | null;
    notebooks: number;
  }>(sql`
    with mine as (select lab from members where user_id = ${user})
    select d.id, d.sort, d.name, d.lab, l.name as lab_name, d.description, d.tags, d.deprecated, v.version, v.digest,
      v.name as file_name, v.size, ${filter.id === undefined ? madeInShort : sql`v.made`} as made, v.created_at, v.created_by, u.name as by_name,
      (select count(*)::int from notebook_datasets n join notebooks b on b.id = n.notebook and b.deleted_at is null
        where n.dataset = d.id) as notebooks
    from datasets d join labs l on l.id = d.lab
      join lateral (select * from dataset_versions where dataset = d.id order by version desc limit 1) v on true
      left join users u on u.id = v.created_by
    where d.sort = ${filter.sort} and d.deleted_at is null
      and (d.lab in (select lab from mine)
        or exists (select 1 from dataset_grants g where g.dataset = d.id and g.lab_granted in (select lab from mine)))
      and ${filter.id === undefined ? sql`true` : sql`d.id = ${filter.id}`}
      and ${filter.lab === undefined ? sql`true` : sql`d.lab = ${filter.lab}`}
      and ${filter.tag === undefined ? sql`true` : sql`d.tags @> ${JSON.stringify([filter.tag])}::jsonb`}
      and ${
        words.length === 0
          ? sql`true`
          : sql.join(
              words.map(
                (word) =>
                  sql`position(${word} in lower(d.name || ' ' || d.description || ' ' || d.tags::text || ' ' || l.name)) > 0`,
              ),
              sql` and `,
            )
      }
    order by v.created_at desc, d.id limit ${filter.limit}`);
  return rows.map((row) => ({
    id: row.id,
    sort: row.sort,
    name: row.name,
    lab: { id: row.lab, name: row.lab_name },
    description: row.description,
    tags: row.tags,
    deprecated: row.deprecated,
    version: row.version,
    digest: row.digest,
    fileName: row.file_name,
    size: Number(row.size),
    made: row.made,
    createdAt: Number(row.created_at),
    by: row.created_by,
    byName: row.by_name ?? "",
    notebooks: row.notebooks,
  }));
}

/** What a data set is kept as, with what is said of it. Of one that was just made, or that its lab describes anew. */
export const describeEntry = (
  tx: Executor,
  dataset: string,
  said: Partial<{
    readonly sort: StoreSort;
    readonly name: string;
    readonly description: string;
    readonly tags: readonly string[];
    readonly deprecated: StoreEntry["deprecated"];
  }>,
) => tx.update(datasets).set(said).where(eq(datasets.id, dataset));

export const noteMade = (tx: Executor, of: { readonly dataset: string; readonly version: number }, made: unknown) =>
  tx
    .update(datasetVersions)
    .set({ made })
    .where(and(eq(datasetVersions.dataset, of.dataset), eq(datasetVersions.version, of.version)));

/** What recipes among these files say of themselves, with their names: as far as the notebook uses them. */
export const recipesAmong = (executor: Executor, notebook: string, digests: readonly string[]) =>
  digests.length === 0
    ? Promise.resolve([])
    : executor
        .select({ name: datasets.name, made: datasetVersions.made })
        .from(datasetVersions)
        .innerJoin(datasets, eq(datasets.id, datasetVersions.dataset))
        .innerJoin(notebookDatasets, and(eq(notebookDatasets.dataset, datasets.id), eq(notebookDatasets.notebook, notebook)))
        .where(and(eq(datasets.sort, "recipe"), inArray(datasetVersions.digest, [...digests])))
        .orderBy(datasets.name, datasetVersions.version);

/** Of so many versions, the newest ones, statistics are told in a list: a view that is made each day has hundreds. */
const withStatistics = 24;

/** Each version's own words, newest first; of older ones without statistics. */
export const madeVersionsOf = (executor: Executor, dataset: string) =>
  executor
    .select({
      version: datasetVersions.version,
      digest: datasetVersions.digest,
      size: datasetVersions.size,
      made: sql<unknown>`case when ${datasetVersions.version} >
          (select max(w.version) from dataset_versions w where w.dataset = ${dataset}) - ${withStatistics}::int
        then ${datasetVersions.made} else ${datasetVersions.made} #- '{told,summary}' end`,
      createdAt: datasetVersions.createdAt,
      by: datasetVersions.createdBy,
    })
    .from(datasetVersions)
    .where(eq(datasetVersions.dataset, dataset))
    .orderBy(sql`${datasetVersions.version} desc`);

/** What a version says of itself, whole; null: the newest. */
export async function madeVersion(executor: Executor, dataset: string, version: number | null) {
  const [row] = await executor
    .select({
      version: datasetVersions.version,
      digest: datasetVersions.digest,
      name: datasetVersions.name,
      size: datasetVersions.size,
      made: datasetVersions.made,
    })
    .from(datasetVersions)
    .where(and(eq(datasetVersions.dataset, dataset), version === null ? sql`true` : eq(datasetVersions.version, version)))
    .orderBy(sql`${datasetVersions.version} desc`)
    .limit(1);
  return row ?? null;
}

/** A version's file; null: the newest. */
export async function versionFile(executor: Executor, dataset: string, version: number | null) {
  const [row] = await executor
    .select({
      version: datasetVersions.version,
      digest: datasetVersions.digest,
      blob: datasetVersions.blob,
      name: datasetVersions.name,
      size: datasetVersions.size,
    })
    .from(datasetVersions)
    .where(and(eq(datasetVersions.dataset, dataset), version === null ? sql`true` : eq(datasetVersions.version, version)))
    .orderBy(sql`${datasetVersions.version} desc`)
    .limit(1);
  return row ?? null;
}

/** What is kept of how fresh a version is, without all else that is kept of it. */
export async function freshnessOfVersion(executor: Executor, dataset: string, version: number): Promise<unknown> {
  const [row] = await executor
    .select({ freshness: sql<unknown>`${datasetVersions.made} #> '{told,freshness}'` })
    .from(datasetVersions)
    .where(and(eq(datasetVersions.dataset, dataset), eq(datasetVersions.version, version)));
  return row?.freshness ?? null;
}

export type FeatureView = typeof featureViews.$inferSelect;

export async function featureViewOf(executor: Executor, dataset: string): Promise<FeatureView | null> {
  const [row] = await executor.select().from(featureViews).where(eq(featureViews.dataset, dataset));
  return row ?? null;
}

export const addFeatureView = (tx: Executor, row: typeof featureViews.$inferInsert) => tx.insert(featureViews).values(row);

export const setFeatureView = (
  tx: Executor,
  dataset: string,
  said: Partial<
    Pick<FeatureView, "entity" | "entityNoun" | "time" | "keepsUp" | "thresholds" | "baseline" | "fresh" | "acknowledged">
  >,
) => tx.update(featureViews).set(said).where(eq(featureViews.dataset, dataset));

/** Those that are made again by themselves. */
export const viewsThatKeepUp = (executor: Executor) =>
  executor
    .select({ view: featureViews, name: datasets.name, lab: datasets.lab, by: datasets.createdBy })
    .from(featureViews)
    .innerJoin(datasets, eq(datasets.id, featureViews.dataset))
    .where(and(eq(featureViews.keepsUp, true), isNull(datasets.deletedAt)));

export interface UsingCell {
  readonly notebook: string;
  readonly title: string;
  readonly cell: string;
  readonly cellName: string;
  readonly kind: string;
  readonly versions: readonly number[];
}

/**
 * Cells on show that read a version of the data set, directly or through others, in notebooks that a person was let into, or
 * that are of a lab that she runs; `unseen` counts the notebooks beyond these.
 */
export async function cellsUsing(
  executor: Executor,
  dataset: string,
  user: string,
): Promise<{ readonly cells: readonly UsingCell[]; readonly unseen: number }> {
  const { rows } = await executor.execute<{
    notebook: string;
    title: string;
    cell: string;
    cell_name: string;
    kind: string;
    versions: number[];
    seen: boolean;
  }>(sql`
    with mine as (select lab from members where user_id = ${user}),
    shown as (select s.notebook, s.cell, s.lab, s.shown ->> 'key' as key, array_agg(distinct v.version order by v.version) as versions
      from notebook_datasets n join cell_shown s on s.notebook = n.notebook
        join dataset_versions v on v.dataset = n.dataset and s.sources @> to_jsonb(v.digest)
      where n.dataset = ${dataset} group by s.notebook, s.cell, s.lab, s.shown ->> 'key')
    select shown.notebook, b.title, shown.cell, shown.versions, r.kind, r.cell_name,
      (exists (select 1 from members m where m.lab = b.lab and m.user_id = ${user} and m.role in ('owner', 'admin')) or exists (select 1 from notebook_access a where a.notebook = b.id
        and ${roleNow("a")} is not null and (a.user_id = ${user} or a.lab_granted in (select lab from mine)))) as seen
    from shown join notebooks b on b.id = shown.notebook and b.deleted_at is null
      join lateral (select r.kind, r.cell_name from results r where r.lab = shown.lab and r.key = shown.key order by r.at desc limit 1) r on true
    order by b.title, r.cell_name limit 1000`);
  const cells = rows.flatMap(({ seen, cell_name: cellName, ...row }) => (seen ? [{ ...row, cellName }] : []));
  return { cells, unseen: new Set(rows.flatMap(({ seen, notebook }) => (seen ? [] : [notebook]))).size };
}

// Data sets: in lists, their versions, grants. Which notebooks use them: attached-datasets.ts.

import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { datasetGrants, datasets, datasetVersions, labs, uploads, users } from "../schema/index.ts";
import { among } from "./among.ts";
import { roleNow } from "./role-now.ts";

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
  readonly deletedAt: number | null;
  readonly aboutPersons: boolean;
  /** Versions before this one, the newest first. */
  readonly earlier: readonly { readonly version: number; readonly digest: string; readonly size: number }[];
}

/**
 * Data sets (their newest version) of labs that a person is in, and those granted to these labs; or those of a notebook, recipes
 * and tables of features among them, which the feature store lists otherwise. In the bin: those of her own labs alone.
 */
export async function datasetsFor(
  executor: Executor,
  user: string,
  filter: {
    readonly lab?: string | undefined;
    readonly notebook?: string | undefined;
    readonly bin?: boolean;
    readonly limit: number;
  },
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
    deleted_at: string | null;
    about_persons: boolean;
    earlier: { version: number; digest: string; size: number }[] | null;
  }>(sql`
    with mine as (select lab from members where user_id = ${user})
    select d.id, d.name, d.lab, l.name as lab_name, v.version, v.digest, v.size, v.recognised, v.created_at, u.name as by_name,
      d.deleted_at, d.about_persons, (select jsonb_agg(jsonb_build_object('version', e.version, 'digest', e.digest, 'size', e.size) order by e.version desc)
        from dataset_versions e where e.dataset = d.id and e.version < v.version) as earlier
    from datasets d join labs l on l.id = d.lab
      join lateral (select * from dataset_versions where dataset = d.id order by version desc limit 1) v on true
      left join users u on u.id = v.created_by
    where ${filter.bin ? sql`d.deleted_at is not null` : sql`d.deleted_at is null`}
      and ${filter.bin || filter.notebook !== undefined ? sql`true` : sql`d.sort = 'files'`}
      and (d.lab in (select lab from mine)
        or ${filter.bin ? sql`false` : sql`true`} and exists (select 1 from dataset_grants g where g.dataset = d.id and g.lab_granted in (select lab from mine)))
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
    deletedAt: row.deleted_at === null ? null : Number(row.deleted_at),
    aboutPersons: row.about_persons,
    earlier: row.earlier ?? [],
  }));
}

export async function datasetById(
  executor: Executor,
  id: string,
  { inBin = false }: { readonly inBin?: boolean | "either" } = {},
) {
  const [row] = await executor
    .select({
      id: datasets.id,
      name: datasets.name,
      lab: datasets.lab,
      labName: labs.name,
      createdBy: datasets.createdBy,
      sort: datasets.sort,
      aboutPersons: datasets.aboutPersons,
      personColumn: datasets.personColumn,
    })
    .from(datasets)
    .innerJoin(labs, eq(labs.id, datasets.lab))
    .where(
      and(
        eq(datasets.id, id),
        inBin === "either" ? undefined : inBin ? isNotNull(datasets.deletedAt) : isNull(datasets.deletedAt),
      ),
    );
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

/** Other data sets of the lab with this name. */
export const sameNamed = (executor: Executor, lab: string, name: string) =>
  executor
    .select({
      id: datasets.id,
      version: sql<number>`(select max(version) from dataset_versions v where v.dataset = ${datasets.id})`,
    })
    .from(datasets)
    .where(and(eq(datasets.lab, lab), eq(datasets.name, name), isNull(datasets.deletedAt)));

/**
 * Dashboards that are published now and were made of this data set: what holds equal bytes, of this lab or another, has no
 * part in them. Titles are told of those that the person finds in a list of her labs or of a notebook that she is let into.
 */
export async function publicationsFrom(
  executor: Executor,
  dataset: string,
  user: string,
): Promise<{ readonly titles: readonly string[]; readonly unseen: number }> {
  const { rows } = await executor.execute<{ title: string; seen: boolean }>(sql`
    with mine as (select lab from members where user_id = ${user})
    select p.title,
      p.lab in (select lab from mine)
        or p.audience = 'labs' and n.deleted_at is null and exists (select 1 from mine where p.labs @> to_jsonb(mine.lab))
        or exists (select 1 from notebook_access a where a.notebook = n.id and ${roleNow("a")} is not null
          and (a.user_id = ${user} or a.lab_granted in (select lab from mine))) as seen
    from publications p join notebooks n on n.id = p.notebook
    where p.withdrawn_at is null and p.pinned -> 'datasets' @> to_jsonb(${dataset}::text)
    order by p.at`);
  const titles = rows.flatMap(({ title, seen }) => (seen ? [title] : []));
  return { titles: [...new Set(titles)], unseen: rows.length - titles.length };
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

/** Uses up a finished upload: of two who ask for it one gets it, and false is for the other. */
export async function takeUpload(tx: Executor, upload: string): Promise<boolean> {
  return (await tx.delete(uploads).where(eq(uploads.id, upload)).returning({ id: uploads.id })).length > 0;
}

export interface NewFile {
  readonly blob: string;
  readonly digest: string;
  /** Name of the file as it was uploaded. */
  readonly name: string;
  readonly size: number;
  readonly by: string;
  readonly at: number;
}

/** With the file as its first version. */
export async function addDataset(
  tx: Executor,
  of: { readonly id: string; readonly lab: string; readonly name: string },
  file: NewFile,
): Promise<void> {
  const { by, at } = file;
  await tx.insert(datasets).values({ ...of, createdBy: by, createdAt: at, updatedAt: at });
  await tx.insert(datasetVersions).values(versionRow(of.id, 1, of.lab, file));
}

/** Answers the number of the new version; null when the data set is gone. Two at once get two numbers. */
export async function addDatasetVersion(
  tx: Executor,
  of: { readonly id: string; readonly lab: string; readonly name: string },
  file: NewFile,
): Promise<number | null> {
  const [locked] = await tx
    .select({ id: datasets.id })
    .from(datasets)
    .where(and(eq(datasets.id, of.id), isNull(datasets.deletedAt)))
    .for("update");
  if (!locked) return null;
  const [last] = await tx
    .select({ n: sql<number>`max(${datasetVersions.version})::int` })
    .from(datasetVersions)
    .where(eq(datasetVersions.dataset, of.id));
  const version = (last?.n ?? 0) + 1;
  await tx.update(datasets).set({ name: of.name, updatedAt: file.at }).where(eq(datasets.id, of.id));
  await tx.insert(datasetVersions).values(versionRow(of.id, version, of.lab, file));
  return version;
}

const versionRow = (dataset: string, version: number, lab: string, { by, at, ...file }: NewFile) => ({
  ...file,
  dataset,
  version,
  lab,
  createdBy: by,
  createdAt: at,
});

export const markAboutPersons = (
  tx: Executor,
  dataset: string,
  said: { readonly aboutPersons: boolean; readonly personColumn: string | null },
) => tx.update(datasets).set(said).where(eq(datasets.id, dataset));

/** Whoever publishes what was made of them and whoever puts one into the bin see what the other has done. */
export const lockDatasets = async (tx: Executor, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .select({ id: datasets.id })
    .from(datasets)
    .where(among(datasets.id, ids))
    .orderBy(asc(datasets.id))
    .for("no key update");
};

/** Its bytes go later: see purgeDatasets. */
export const deleteDataset = (tx: Executor, dataset: string, now: number) =>
  tx.update(datasets).set({ deletedAt: now }).where(eq(datasets.id, dataset));

export const restoreDataset = (tx: Executor, dataset: string, now: number) =>
  tx.update(datasets).set({ deletedAt: null, updatedAt: now }).where(eq(datasets.id, dataset));

export const renameDataset = (tx: Executor, dataset: string, name: string, now: number) =>
  tx.update(datasets).set({ name, updatedAt: now }).where(eq(datasets.id, dataset));

/** What the intake found in a version. */
export const noteRecognised = (
  executor: Executor,
  of: { readonly dataset: string; readonly version: number },
  recognised: unknown,
) =>
  executor
    .update(datasetVersions)
    .set({ recognised })
    .where(and(eq(datasetVersions.dataset, of.dataset), eq(datasetVersions.version, of.version)));

/** Gives another lab a right, or takes it back (null). Answers the right that it had. */
export async function setGrant(
  tx: Executor,
  of: { readonly dataset: string; readonly owner: string; readonly lab: string; readonly right: string | null },
  by: { readonly user: string; readonly at: number },
): Promise<string | null> {
  const where = and(eq(datasetGrants.dataset, of.dataset), eq(datasetGrants.labGranted, of.lab));
  const [before] = await tx.select({ right: datasetGrants.right }).from(datasetGrants).where(where);
  if (of.right === null) await tx.delete(datasetGrants).where(where);
  else {
    const values = { right: of.right, grantedBy: by.user, grantedAt: by.at };
    await tx
      .insert(datasetGrants)
      .values({ dataset: of.dataset, labGranted: of.lab, lab: of.owner, ...values })
      .onConflictDoUpdate({ target: [datasetGrants.dataset, datasetGrants.labGranted], set: values });
  }
  return before?.right ?? null;
}

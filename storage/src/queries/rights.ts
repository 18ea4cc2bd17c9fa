// The rows from which rights follow: who belongs to which lab, who was let into which notebook, which lab was granted
// which data set, and which files follow from that. What they amount to is decided by the pure table in collab-server/src/permissions.ts.

import { lt, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { rightsChanges } from "../schema/rights.ts";
import { isShownTo } from "./guest-results.ts";
import { hasOriginsIn } from "./origins.ts";
import { roleNow } from "./role-now.ts";

export interface NotebookStanding {
  readonly id: string;
  readonly lab: string;
  readonly labName: string;
  readonly title: string;
  readonly epoch: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
  /** Role given to the person herself. */
  readonly personRole: string | null;
  /** She was let in by her address, and comes for the first time. */
  readonly isAwaited: boolean;
  /** Roles given to labs that she is in. */
  readonly labRoles: readonly string[];
  /** Her role in the lab that owns the notebook. */
  readonly memberRole: string | null;
}

/** Also of notebooks in the bin; null where there is no such notebook. */
export async function notebookStanding(executor: Executor, notebook: string, user: string): Promise<NotebookStanding | null> {
  const { rows } = await executor.execute<{
    id: string;
    lab: string;
    lab_name: string;
    title: string;
    epoch: string;
    created_at: string;
    updated_at: string;
    deleted_at: string | null;
    person_role: string | null;
    awaited: boolean;
    lab_roles: string[] | null;
    member_role: string | null;
  }>(sql`
    select n.id, n.lab, l.name as lab_name, n.title, n.epoch, n.created_at, n.updated_at, n.deleted_at,
      (select ${roleNow("a")} from notebook_access a where a.notebook = n.id and a.user_id = ${user}) as person_role,
      exists (select 1 from notebook_access a where a.notebook = n.id and a.user_id = ${user}
        and a.email is not null and a.entered_at is null) as awaited,
      (select array_agg(a.role) from notebook_access a join members m on m.lab = a.lab_granted and m.user_id = ${user}
        where a.notebook = n.id) as lab_roles,
      (select m.role from members m where m.lab = n.lab and m.user_id = ${user}) as member_role
    from notebooks n join labs l on l.id = n.lab where n.id = ${notebook}`);
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    lab: row.lab,
    labName: row.lab_name,
    title: row.title,
    epoch: row.epoch,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    deletedAt: row.deleted_at === null ? null : Number(row.deleted_at),
    personRole: row.person_role,
    isAwaited: row.awaited,
    labRoles: row.lab_roles ?? [],
    memberRole: row.member_role,
  };
}

export interface LabStanding {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly color: string;
  readonly role: string;
}

/** Every lab that a person belongs to, by name. */
export async function labsOf(executor: Executor, user: string): Promise<readonly LabStanding[]> {
  const { rows } = await executor.execute<{ id: string; name: string; slug: string; color: string; role: string }>(sql`
    select l.id, l.name, l.slug, l.color, m.role from members m join labs l on l.id = m.lab
    where m.user_id = ${user} order by m.created_at, l.name`);
  return rows;
}

export async function labStanding(executor: Executor, lab: string, user: string): Promise<LabStanding | null> {
  const { rows } = await executor.execute<{ id: string; name: string; slug: string; color: string; role: string }>(sql`
    select l.id, l.name, l.slug, l.color, m.role from members m join labs l on l.id = m.lab
    where m.user_id = ${user} and l.id = ${lab}`);
  return rows[0] ?? null;
}

export interface DatasetStandingRow {
  readonly id: string;
  readonly lab: string;
  readonly createdBy: string;
  readonly deletedAt: number | null;
  readonly memberRole: string | null;
  readonly grants: readonly string[];
}

/** Those of `datasets` that exist. `notebook`: with what those who were let into it see there. */
export async function datasetStandings(
  executor: Executor,
  datasets: readonly string[],
  user: string,
  notebook?: string,
): Promise<readonly DatasetStandingRow[]> {
  if (datasets.length === 0) return [];
  const { rows } = await executor.execute<{
    id: string;
    lab: string;
    created_by: string;
    deleted_at: string | null;
    member_role: string | null;
    grants: string[] | null;
    shown: boolean;
  }>(sql`
    select d.id, d.lab, d.created_by, d.deleted_at,
      (select m.role from members m where m.lab = d.lab and m.user_id = ${user}) as member_role,
      (select array_agg(g."right") from dataset_grants g join members m on m.lab = g.lab_granted and m.user_id = ${user}
        where g.dataset = d.id) as grants,
      ${notebook === undefined ? sql`false` : isShownTo(notebook, user)} as shown
    from datasets d where d.id in (${sql.join(
      datasets.map((id) => sql`${id}`),
      sql`, `,
    )})`);
  return rows.map((row) => ({
    id: row.id,
    lab: row.lab,
    createdBy: row.created_by,
    deletedAt: row.deleted_at === null ? null : Number(row.deleted_at),
    memberRole: row.member_role,
    // What lies in the bin is closed to all but the lab, until it comes out of it.
    grants: row.deleted_at === null ? [...(row.grants ?? []), ...(row.shown ? ["results"] : [])] : [],
  }));
}

export interface AccessChange {
  readonly notebook?: string;
  readonly lab?: string;
  readonly user?: string;
  readonly dataset?: string;
}

/** Channel of AccessChange as JSON: open sockets look their role up again. */
export const accessChannel = "genomecraft_access";

/** Part of the transaction that changed somebody's rights; delivered when it commits. What is written after that sees it at once. */
export async function notifyAccess(tx: Executor, change: AccessChange): Promise<void> {
  await tx.execute(sql`
    with changed as (insert into rights_changes default values returning 1)
    select pg_notify(${accessChannel}, ${JSON.stringify(change)}) from changed`);
}

/** A mark of this moment: whose rights are looked at from here on is entitled until they change (appendUpdate). */
export async function rightsNow(executor: Executor): Promise<string> {
  const { rows } = await executor.execute<{ now: string }>(sql`select pg_current_snapshot()::text as now`);
  return rows[0]?.now ?? "";
}

/** Changes that every server has heard of long ago. */
export const forgetRightsChanges = (executor: Executor) =>
  executor.delete(rightsChanges).where(lt(rightsChanges.at, sql`now() - interval '1 day'`));

export interface GrantedFile {
  readonly digest: string;
  readonly blob: string;
  readonly size: number;
}

/** Of these digests, those that lie in a data set which the notebook was granted, with what it was made of. */
export async function grantedFiles(
  executor: Executor,
  notebook: string,
  digests: readonly string[],
): Promise<readonly GrantedFile[]> {
  if (digests.length === 0) return [];
  const { rows } = await executor.execute<{ digest: string; blob: string; size: string }>(sql`
    select distinct on (v.digest) v.digest, v.blob, v.size from dataset_versions v
      join notebook_datasets g on g.dataset = v.dataset join datasets d on d.id = v.dataset and d.deleted_at is null
    where g.notebook = ${notebook} and ${hasOriginsIn(sql`${notebook}`)} and v.digest in (${sql.join(
      digests.map((digest) => sql`${digest}`),
      sql`, `,
    )})`);
  return rows.map((row) => ({ digest: row.digest, blob: row.blob, size: Number(row.size) }));
}

/** Digest of a data set's file -> the data sets that hold it, among those granted to the notebook with what they were made of. */
export async function datasetsBehind(
  executor: Executor,
  notebook: string,
  sources: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (sources.length === 0) return found;
  const { rows } = await executor.execute<{ digest: string; dataset: string }>(sql`
    select distinct v.digest, v.dataset from dataset_versions v join notebook_datasets g on g.dataset = v.dataset
    where g.notebook = ${notebook} and ${hasOriginsIn(sql`${notebook}`)} and v.digest in (${sql.join(
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

/** Names of the labs to which these data sets belong and of which the person is no member. */
export async function labsBarring(executor: Executor, datasets: readonly string[], user: string): Promise<readonly string[]> {
  if (datasets.length === 0) return [];
  const { rows } = await executor.execute<{ name: string }>(sql`
    select distinct l.name from datasets d join labs l on l.id = d.lab
    where d.id in (${sql.join(
      datasets.map((id) => sql`${id}`),
      sql`, `,
    )})
      and not exists (select 1 from members m where m.lab = d.lab and m.user_id = ${user}) order by l.name`);
  return rows.map((row) => row.name);
}

// Notebooks as things: in lists, new ones, their title, the bin.

import { and, eq, sql } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { Executor } from "../database.ts";
import { roleNow } from "./role-now.ts";
import { notebookAccess, notebooks, notebookStars } from "../schema/index.ts";

export interface ListedNotebook {
  readonly id: string;
  readonly title: string;
  readonly lab: { readonly id: string; readonly name: string };
  readonly updatedAt: number;
  readonly deletedAt: number | null;
  readonly cellCount: number;
  /** Null: not counted yet. */
  readonly cellsInBin: number | null;
  readonly personRole: string | null;
  readonly labRoles: readonly string[];
  readonly memberRole: string | null;
  /** Who wrote in it, last first, at most five. */
  readonly editors: readonly string[];
  readonly example: boolean;
  /** By the one who asks. */
  readonly starred: boolean;
}

/** Notebooks that a person may see by any right, newest first. `text` is looked for in titles. */
export async function notebooksFor(
  executor: Executor,
  user: string,
  filter: {
    readonly lab?: string | undefined;
    readonly text?: string | undefined;
    readonly bin: boolean;
    readonly limit: number;
  },
): Promise<readonly ListedNotebook[]> {
  const pattern = `%${(filter.text ?? "").replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await executor.execute<{
    id: string;
    title: string;
    lab: string;
    lab_name: string;
    updated_at: string;
    deleted_at: string | null;
    cell_count: number;
    cells_in_bin: number | null;
    person_role: string | null;
    lab_roles: string[] | null;
    member_role: string | null;
    editors: string[] | null;
    example: boolean;
    starred: boolean;
  }>(sql`
    with mine as (select lab, role from members where user_id = ${user}),
    given as (
      select notebook, max(role) filter (where user_id is not null) as person_role,
        array_agg(role) filter (where user_id is null) as lab_roles
      from (select a.notebook, a.user_id, ${roleNow("a")} as role from notebook_access a
        where a.user_id = ${user} or a.lab_granted in (select lab from mine)) held
      where role is not null group by notebook)
    select n.id, n.title, n.lab, l.name as lab_name, n.updated_at, n.deleted_at, n.cell_count, n.cells_in_bin, n.example,
      g.person_role, g.lab_roles, m.role as member_role,
      exists (select from notebook_stars s where s.notebook = n.id and s.user_id = ${user}) as starred,
      (select array_agg(e.name order by e.last desc, e.name) from (
        select u.name, max(w.last) as last from (
          select s ->> 'by' as by, d.seq as last from (
            select seq, spans from document_updates where notebook = n.id order by seq desc limit 100) d
            cross join lateral jsonb_array_elements(d.spans) s
          union all select by, 0 from document_spans where notebook = n.id) w join users u on u.id = w.by
        group by u.id, u.name order by last desc limit 5) e) as editors
    from notebooks n join labs l on l.id = n.lab
      left join mine m on m.lab = n.lab left join given g on g.notebook = n.id
    where (g.notebook is not null or m.role in ('owner', 'admin'))
      and ${filter.bin ? sql`n.deleted_at is not null` : sql`n.deleted_at is null`}
      and ${filter.lab === undefined ? sql`true` : sql`n.lab = ${filter.lab}`}
      and ${filter.text ? sql`n.title ilike ${pattern}` : sql`true`}
    order by n.updated_at desc, n.id limit ${filter.limit}`);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    lab: { id: row.lab, name: row.lab_name },
    updatedAt: Number(row.updated_at),
    deletedAt: row.deleted_at === null ? null : Number(row.deleted_at),
    cellCount: row.cell_count,
    cellsInBin: row.cells_in_bin,
    personRole: row.person_role,
    labRoles: row.lab_roles ?? [],
    memberRole: row.member_role,
    editors: row.editors ?? [],
    example: row.example,
    starred: row.starred,
  }));
}

/** The row, its owner, and its own lab as editors. */
export async function insertNotebook(
  tx: Executor,
  made: {
    readonly id: string;
    readonly lab: string;
    readonly title: string;
    readonly epoch: string;
    readonly by: string;
    readonly cellCount: number;
    readonly now: number;
    readonly example?: boolean;
    readonly picture?: Json | null;
  },
): Promise<void> {
  const { id, lab, title, epoch, by, cellCount, now, example = false, picture = null } = made;
  await tx
    .insert(notebooks)
    .values({ id, lab, title, epoch, cellCount, cellsInBin: 0, createdBy: by, createdAt: now, updatedAt: now, example, picture });
  const access = { notebook: id, lab, createdBy: by, createdAt: now };
  await tx.insert(notebookAccess).values([
    { ...access, id: newId("acs", systemRandom), user: by, role: "owner" },
    { ...access, id: newId("acs", systemRandom), labGranted: lab, role: "editor" },
  ]);
}

export const setCellCount = (tx: Executor, notebook: string, cellCount: number) =>
  tx.update(notebooks).set({ cellCount }).where(eq(notebooks.id, notebook));

export const renameNotebook = (tx: Executor, notebook: string, title: string, now: number) =>
  tx.update(notebooks).set({ title, updatedAt: now }).where(eq(notebooks.id, notebook));

/** Into the bin. */
export const binNotebook = (tx: Executor, notebook: string, now: number) =>
  tx.update(notebooks).set({ deletedAt: now }).where(eq(notebooks.id, notebook));

/** Out of it again: nothing in it was edited. */
export const restoreNotebook = (tx: Executor, notebook: string) =>
  tx.update(notebooks).set({ deletedAt: null }).where(eq(notebooks.id, notebook));

/** The lab that owns it; "" where it is gone. */
export async function labOfNotebook(executor: Executor, id: string): Promise<string> {
  const [row] = await executor.select({ lab: notebooks.lab }).from(notebooks).where(eq(notebooks.id, id));
  return row?.lab ?? "";
}

/** With which picture it came; null where it came with none, or says something else by now. */
export async function pictureOfNotebook(executor: Executor, id: string): Promise<unknown> {
  const [row] = await executor
    .select({ picture: notebooks.picture })
    .from(notebooks)
    .where(and(eq(notebooks.id, id), eq(notebooks.createdAt, notebooks.updatedAt)));
  return row?.picture ?? null;
}

/** One of a person's favourites, or no more. */
export async function starNotebook(
  executor: Executor,
  { notebook, user, at }: { readonly notebook: string; readonly user: string; readonly at: number | null },
): Promise<void> {
  if (at === null)
    await executor.delete(notebookStars).where(and(eq(notebookStars.notebook, notebook), eq(notebookStars.user, user)));
  else await executor.insert(notebookStars).values({ notebook, user, at }).onConflictDoNothing();
}

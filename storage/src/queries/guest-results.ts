// Data sets of which those whom an entry or a link lets into a notebook see results, in that notebook and nowhere else.

import { and, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { cameBy, guestResults, links, notebookAccess, notebooks, resultAsks } from "../schema/index.ts";
import { isOpenLink, roleNow } from "./role-now.ts";

/** Whom they are shown to: an entry of the notebook's access, or whoever comes by a link. */
export type Guest = { readonly access: string } | { readonly link: string };

const ofGuest = (guest: Guest): SQL =>
  "access" in guest ? eq(guestResults.access, guest.access) : eq(guestResults.link, guest.link);

/** By entry or link: the data sets that are shown to each. */
export async function resultsShown(
  executor: Executor,
  notebook: string,
): Promise<readonly { readonly guest: string; readonly dataset: string }[]> {
  const rows = await executor
    .select({ access: guestResults.access, link: guestResults.link, dataset: guestResults.dataset })
    .from(guestResults)
    .leftJoin(notebookAccess, eq(notebookAccess.id, guestResults.access))
    .leftJoin(links, eq(links.id, guestResults.link))
    .where(or(eq(notebookAccess.notebook, notebook), eq(links.notebook, notebook)));
  return rows.map(({ access, link, dataset }) => ({ guest: access ?? link ?? "", dataset }));
}

export interface DatasetGuest {
  readonly notebook: { readonly id: string; readonly title: string };
  /** Its entry, or the link. */
  readonly id: string;
  /** An address that has not come yet is awaited: of it no more is known than that. */
  readonly who: "person" | "awaited" | "lab" | "link";
  readonly name: string | null;
  readonly email: string | null;
  readonly role: string;
  readonly expiresAt: number | null;
  /** Names of those who came by the link. */
  readonly came: readonly string[];
  readonly by: { readonly id: string; readonly name: string };
  readonly at: number;
}

/** To whom results of the data set are shown now, by notebook: also of notebooks in the bin, which may come out of it. */
export async function guestsOfDataset(executor: Executor, dataset: string): Promise<readonly DatasetGuest[]> {
  const { rows } = await executor.execute<{
    notebook: string;
    title: string;
    id: string;
    who: DatasetGuest["who"];
    name: string | null;
    email: string | null;
    role: string;
    expires_at: string | null;
    came: string[] | null;
    granted_by: string;
    by_name: string | null;
    granted_at: string;
  }>(sql`
    select n.id as notebook, n.title, coalesce(a.id, k.id) as id, a.email, k.expires_at, s.granted_by, g.name as by_name, s.granted_at,
      case when k.id is not null then 'link' when a.lab_granted is not null then 'lab'
        when a.user_id is not null and (a.email is null or a.entered_at is not null) then 'person' else 'awaited' end as who,
      coalesce(l.name, u.name) as name, coalesce(k.role, ${roleNow("a")}) as role,
      (select array_agg(p.name order by p.name) from came_by c join notebook_access e on e.id = c.access and ${roleNow("e")} is not null
        join users p on p.id = e.user_id where c.link = k.id) as came
    from guest_results s
      left join notebook_access a on a.id = s.access left join links k on k.id = s.link
      join notebooks n on n.id = coalesce(a.notebook, k.notebook)
      left join labs l on l.id = a.lab_granted left join users u on u.id = a.user_id left join users g on g.id = s.granted_by
      join notebook_datasets d on d.notebook = n.id and d.dataset = s.dataset
    where s.dataset = ${dataset}
      and (k.id is null or ${isOpenLink("k")})
      and (a.id is null or ${roleNow("a")} is not null)
    order by n.title, n.id, s.granted_at, coalesce(a.id, k.id)`);
  return rows.map((row) => ({
    notebook: { id: row.notebook, title: row.title },
    id: row.id,
    who: row.who,
    name: row.who === "awaited" ? null : row.name,
    email: row.who === "awaited" ? row.email : null,
    role: row.role,
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
    came: row.came ?? [],
    by: { id: row.granted_by, name: row.by_name ?? "" },
    at: Number(row.granted_at),
  }));
}

/** Who showed an entry results of a data set; null where nobody did. */
export async function shownBy(
  executor: Executor,
  of: { readonly access: string; readonly dataset: string },
): Promise<string | null> {
  const [row] = await executor
    .select({ by: guestResults.grantedBy })
    .from(guestResults)
    .where(and(eq(guestResults.access, of.access), eq(guestResults.dataset, of.dataset)));
  return row?.by ?? null;
}

/** An entry or a link by its id, with the notebook that it lets into; null where there is none. */
export async function guestById(
  executor: Executor,
  id: string,
): Promise<{ readonly guest: Guest; readonly notebook: { readonly id: string; readonly lab: string } } | null> {
  const of = { id: notebooks.id, lab: notebooks.lab };
  const [entry] = await executor
    .select(of)
    .from(notebookAccess)
    .innerJoin(notebooks, eq(notebooks.id, notebookAccess.notebook))
    .where(eq(notebookAccess.id, id));
  if (entry) return { guest: { access: id }, notebook: entry };
  const [link] = await executor
    .select(of)
    .from(links)
    .innerJoin(notebooks, eq(notebooks.id, links.notebook))
    .where(eq(links.id, id));
  return link ? { guest: { link: id }, notebook: link } : null;
}

/** Shows the results of these data sets; answers those that were not shown before. Who had asked for them does not wait any more. */
export async function showResults(
  tx: Executor,
  guest: Guest,
  datasets: readonly { readonly id: string; readonly lab: string }[],
  by: { readonly user: string; readonly at: number },
): Promise<readonly string[]> {
  if (datasets.length === 0) return [];
  const added = await tx
    .insert(guestResults)
    .values(datasets.map(({ id, lab }) => ({ ...guest, dataset: id, lab, grantedBy: by.user, grantedAt: by.at })))
    .onConflictDoNothing()
    .returning({ dataset: guestResults.dataset });
  if (added.length > 0)
    await tx.execute(sql`
      delete from result_asks q using notebook_access a
      where q.notebook = a.notebook and q.dataset in (${sql.join(
        added.map(({ dataset }) => sql`${dataset}`),
        sql`, `,
      )})
        and ${"access" in guest ? sql`a.id = ${guest.access}` : sql`a.id in (select access from came_by where link = ${guest.link})`}
        and (q.by = a.user_id or q.by in (select m.user_id from members m where m.lab = a.lab_granted))`);
  return added.map(({ dataset }) => dataset);
}

/** Answers those that were shown until now. */
export async function hideResults(tx: Executor, guest: Guest, datasets: readonly string[]): Promise<readonly string[]> {
  if (datasets.length === 0) return [];
  const gone = await tx
    .delete(guestResults)
    .where(and(ofGuest(guest), inArray(guestResults.dataset, [...datasets])))
    .returning({ dataset: guestResults.dataset });
  return gone.map(({ dataset }) => dataset);
}

/** Nothing of the data set is shown or asked for in the notebook any more: it does not use it. */
export async function forgetGuestsOf(tx: Executor, of: { readonly notebook: string; readonly dataset: string }): Promise<void> {
  await tx.execute(sql`
    delete from guest_results where dataset = ${of.dataset}
      and (access in (select id from notebook_access where notebook = ${of.notebook})
        or link in (select id from links where notebook = ${of.notebook}))`);
  await tx.delete(resultAsks).where(and(eq(resultAsks.notebook, of.notebook), eq(resultAsks.dataset, of.dataset)));
}

/** What came with links that are open stays with a person who has a role of her own from now on, and no link's any more. */
export async function keepResultsOfLinks(tx: Executor, access: string): Promise<void> {
  await tx.execute(sql`
    insert into guest_results (access, dataset, lab, granted_by, granted_at)
      select distinct on (s.dataset) ${access}, s.dataset, s.lab, s.granted_by, s.granted_at
        from came_by c join links k on k.id = c.link and ${isOpenLink("k")} join guest_results s on s.link = k.id
        where c.access = ${access} order by s.dataset, s.granted_at
    on conflict do nothing`);
  await tx.delete(cameBy).where(eq(cameBy.access, access));
}

/**
 * The person sees results of the data set `d` in this notebook by an entry of hers or of her lab's, or by a link by which she
 * came. An entry that came by a link is over with it, and so is what was shown to the entry.
 */
export const isShownTo = (notebook: string, user: string): SQL => sql`exists (
  select 1 from guest_results s join notebook_access a on a.notebook = ${notebook}
      and (a.user_id = ${user} or a.lab_granted in (select m.lab from members m where m.user_id = ${user}))
    left join came_by c on c.access = a.id left join links k on k.id = c.link and ${isOpenLink("k")}
  where s.dataset = d.id and (s.access = a.id or s.link = k.id) and ${roleNow("a")} is not null)`;

// Data sets of which those whom an entry or a link lets into a notebook see results, in that notebook and nowhere else.

import { and, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { guestResults, links, notebookAccess, resultAsks } from "../schema/index.ts";

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

/** Shows the results of these data sets; answers those that were not shown before. */
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

/** What came with a link stays with a person who has a role of her own from now on. */
export const keepResultsOfLink = (tx: Executor, of: { readonly access: string; readonly link: string }) =>
  tx.execute(sql`
    insert into guest_results (access, dataset, lab, granted_by, granted_at)
      select ${of.access}, dataset, lab, granted_by, granted_at from guest_results where link = ${of.link}
    on conflict do nothing`);

/** The person sees results of the data set `d` in this notebook by an entry of hers or of her lab's, or by the link she came by. */
export const isShownTo = (notebook: string, user: string): SQL => sql`exists (
  select 1 from guest_results s join notebook_access a on a.notebook = ${notebook}
      and (a.user_id = ${user} or a.lab_granted in (select m.lab from members m where m.user_id = ${user}))
    left join links k on k.id = a.link and (k.expires_at is null or k.expires_at > extract(epoch from clock_timestamp()) * 1000)
  where s.dataset = d.id and (s.access = a.id or s.link = k.id))`;

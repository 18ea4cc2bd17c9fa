// The run feed of notebooks: its numbered events and what was said last of each cell.

import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import type { Database, Executor } from "../database.ts";
import { cellSessions, feedEvents, feedHeads } from "../schema/index.ts";

/** What is said of a cell; no session: it is gone. */
export interface SaidOfCell {
  readonly cell: string;
  readonly session: unknown;
  readonly sources: readonly string[];
}

export interface FeedSnapshot {
  /** The number up to which it holds. */
  readonly seq: number;
  readonly cells: readonly { readonly session: unknown; readonly sources: readonly string[] }[];
}

export const feedSnapshot = (db: Database, notebook: string): Promise<FeedSnapshot> =>
  db.transaction(
    async (tx) => {
      const [head] = await tx.select({ seq: feedHeads.seq }).from(feedHeads).where(eq(feedHeads.notebook, notebook));
      const cells = await tx
        .select({ session: cellSessions.session, sources: cellSessions.sources })
        .from(cellSessions)
        .where(eq(cellSessions.notebook, notebook));
      return { seq: head?.seq ?? 0, cells };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );

/** In the order of their numbers. */
export const feedEventsAfter = (executor: Executor, notebook: string, seq: number) =>
  executor
    .select()
    .from(feedEvents)
    .where(and(eq(feedEvents.notebook, notebook), gt(feedEvents.seq, seq)))
    .orderBy(asc(feedEvents.seq));

export const forgetFeedEvents = (executor: Executor, before: number) =>
  executor.delete(feedEvents).where(lt(feedEvents.at, before));

/**
 * Numbers these and writes them, in one statement, as states change many times a second; answers the number of the first.
 * `light`: the transaction need not wait for the disk. `notify`: said on the channel of feeds to other servers.
 */
export async function writeFeedEvents(
  tx: Executor,
  of: { readonly notebook: string; readonly lab: string; readonly at: number },
  said: readonly SaidOfCell[],
  how: { readonly light: boolean; readonly notify: string | null },
): Promise<number> {
  const { notebook, lab } = of;
  const count = said.length;
  // `kept` and `gone` read `head`, too: the row of the number is locked before all others.
  const { rows } = await tx.execute<{ seq: string }>(sql`
    with said as (
      select n, cell, session, sources
      from jsonb_to_recordset(${JSON.stringify(said.map((each, n) => ({ n, ...each })))}::jsonb)
        as said(n int, cell text, session jsonb, sources jsonb)
    ), head as (
      insert into feed_heads (notebook, lab, seq) values (${notebook}::text, ${lab}::text, ${count}::int)
      on conflict (notebook) do update set seq = feed_heads.seq + ${count}::int returning seq
    ), events as (
      insert into feed_events (notebook, lab, seq, event, sources, at)
      select ${notebook}::text, ${lab}::text, seq - ${count}::int + 1 + n,
        case when session is null then jsonb_build_object('type', 'gone', 'seq', seq - ${count}::int + 1 + n, 'cell', cell)
          else jsonb_build_object('type', 'cell', 'seq', seq - ${count}::int + 1 + n, 'session', session) end,
        sources, ${of.at}::bigint
      from head, said
    ), kept as (
      insert into cell_sessions (notebook, lab, cell, session, sources)
      select ${notebook}::text, ${lab}::text, cell, session, sources from head, said where session is not null
      on conflict (notebook, cell) do update set session = excluded.session, sources = excluded.sources
    ), gone as (
      delete from cell_sessions
      where notebook = ${notebook}::text and cell in (select cell from head, said where session is null)
    )
    select seq
      ${how.light ? sql`, set_config('synchronous_commit', 'off', true)` : sql``}
      ${how.notify === null ? sql`` : sql`, pg_notify('genomecraft_feed', ${how.notify})`}
    from head`);
  return Number(rows[0]?.seq) - count + 1;
}

// Demands of people: that cells of a notebook be up to date. They stay until they are met or taken back.

import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Database, Executor } from "../database.ts";
import { demands } from "../schema/runs.ts";

export type DemandRow = typeof demands.$inferSelect;

export const addDemand = (executor: Executor, row: typeof demands.$inferInsert) =>
  executor
    .insert(demands)
    .values(row)
    .onConflictDoUpdate({ target: demands.id, set: { seenAt: row.seenAt ?? null } });
/** With values of one's own: a person may wait for `most` of these at a time, in all notebooks. False when she does already. */
export async function addOwnDemand(db: Database, row: typeof demands.$inferInsert, most: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`own demands ${row.by}`}, 0))`);
    const waiting = await tx.$count(demands, and(eq(demands.by, row.by), isNotNull(demands.overrides)));
    if (waiting >= most) return false;
    await addDemand(tx, row);
    return true;
  });
}

export const dropDemand = (executor: Executor, id: string) => executor.delete(demands).where(eq(demands.id, id));
export const demandsOf = (executor: Executor, notebook: string): Promise<readonly DemandRow[]> =>
  executor.select().from(demands).where(eq(demands.notebook, notebook)).orderBy(demands.at);
/** A watch whose server was not heard of since `before`, unless it was meanwhile. */
export const dropUnseenWatch = (executor: Executor, id: string, before: number) =>
  executor.delete(demands).where(and(eq(demands.id, id), sql`coalesce(${demands.seenAt}, ${demands.at}) < ${before}`));
/** The watches of this server, which is there. */
export const seeWatches = (executor: Executor, server: string, at: number): Promise<readonly { readonly id: string }[]> =>
  executor.update(demands).set({ seenAt: at }).where(eq(demands.server, server)).returning({ id: demands.id });

/** Notebooks in which somebody wants something. */
export async function demandedNotebooks(executor: Executor): Promise<readonly string[]> {
  const rows = await executor.selectDistinct({ notebook: demands.notebook }).from(demands);
  return rows.map((row) => row.notebook);
}

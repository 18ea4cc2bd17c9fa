// Demands of people: that cells of a notebook be up to date. They stay until they are met or taken back.

import { eq } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { demands } from "../schema/runs.ts";

export type DemandRow = typeof demands.$inferSelect;

export const addDemand = (executor: Executor, row: typeof demands.$inferInsert) =>
  executor
    .insert(demands)
    .values(row)
    .onConflictDoUpdate({ target: demands.id, set: { seenAt: row.seenAt ?? null } });
export const dropDemand = (executor: Executor, id: string) => executor.delete(demands).where(eq(demands.id, id));
export const demandsOf = (executor: Executor, notebook: string): Promise<readonly DemandRow[]> =>
  executor.select().from(demands).where(eq(demands.notebook, notebook)).orderBy(demands.at);
export const seeWatches = (executor: Executor, server: string, at: number) =>
  executor.update(demands).set({ seenAt: at }).where(eq(demands.server, server));

/** Notebooks in which somebody wants something. */
export async function demandedNotebooks(executor: Executor): Promise<readonly string[]> {
  const rows = await executor.selectDistinct({ notebook: demands.notebook }).from(demands);
  return rows.map((row) => row.notebook);
}

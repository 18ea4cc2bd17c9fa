// Who asks to see results of which data sets in a notebook, and what became of it. What is shown: guest-results.ts.

import { and, asc, eq, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { datasets, labs, resultAsks, users } from "../schema/index.ts";
import { roleNow } from "./role-now.ts";

/** Of one notebook, oldest first; also for data sets in the bin, which nobody can show. */
export const resultAsksIn = (executor: Executor, notebook: string) =>
  executor
    .select({
      dataset: datasets.id,
      datasetName: datasets.name,
      lab: labs.id,
      labName: labs.name,
      by: users.id,
      byName: users.name,
      at: resultAsks.at,
      refused: resultAsks.refused,
      inBin: sql<boolean>`${datasets.deletedAt} is not null`,
    })
    .from(resultAsks)
    .innerJoin(datasets, eq(datasets.id, resultAsks.dataset))
    .innerJoin(labs, eq(labs.id, datasets.lab))
    .innerJoin(users, eq(users.id, resultAsks.by))
    .where(eq(resultAsks.notebook, notebook))
    .orderBy(asc(resultAsks.at), asc(datasets.name));

/** Asks, or asks again after a refusal; answers the data sets of which that is news. */
export async function addResultAsks(
  tx: Executor,
  of: {
    readonly notebook: string;
    readonly datasets: readonly { readonly id: string; readonly lab: string }[];
    readonly by: string;
    readonly at: number;
  },
): Promise<readonly string[]> {
  if (of.datasets.length === 0) return [];
  const { notebook, by, at } = of;
  const added = await tx
    .insert(resultAsks)
    .values(of.datasets.map(({ id, lab }) => ({ notebook, dataset: id, lab, by, at })))
    .onConflictDoUpdate({
      target: [resultAsks.notebook, resultAsks.dataset, resultAsks.by],
      set: { refused: false, at },
      setWhere: eq(resultAsks.refused, true),
    })
    .returning({ dataset: resultAsks.dataset });
  return added.map(({ dataset }) => dataset);
}

type Ask = { readonly notebook: string; readonly dataset: string; readonly by: string };
const isAsk = ({ notebook, dataset, by }: Ask) =>
  and(eq(resultAsks.notebook, notebook), eq(resultAsks.dataset, dataset), eq(resultAsks.by, by));

/** The ask is answered: gone, or kept as refused. False: nobody asked. */
export async function answerResultAsk(tx: Executor, of: Ask, shown: boolean): Promise<boolean> {
  const rows = shown
    ? await tx.delete(resultAsks).where(isAsk(of)).returning({ by: resultAsks.by })
    : await tx.update(resultAsks).set({ refused: true }).where(isAsk(of)).returning({ by: resultAsks.by });
  return rows.length > 0;
}

/** The entry by which a person is in a notebook: her own before that of a lab of hers, whose name is said then. */
export async function entryOf(
  executor: Executor,
  notebook: string,
  user: string,
): Promise<{ readonly id: string; readonly lab: { readonly id: string; readonly name: string } | null } | null> {
  const { rows } = await executor.execute<{ id: string; lab: string | null; name: string | null }>(sql`
    select a.id, l.id as lab, l.name from notebook_access a left join labs l on l.id = a.lab_granted
    where a.notebook = ${notebook} and ${roleNow("a")} is not null
      and (a.user_id = ${user} or a.lab_granted in (select m.lab from members m where m.user_id = ${user}))
    order by a.user_id nulls last, a.created_at, a.id limit 1`);
  const row = rows[0];
  return row ? { id: row.id, lab: row.lab === null ? null : { id: row.lab, name: row.name ?? "" } } : null;
}

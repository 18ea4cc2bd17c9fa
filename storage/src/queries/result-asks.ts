// Who asks to see results of which data sets in a notebook, and what became of it. What is shown: guest-results.ts.

import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { datasets, labs, members, notebooks, resultAsks, users } from "../schema/index.ts";
import { roleNow } from "./role-now.ts";

const asked = (executor: Executor) =>
  executor
    .select({
      notebook: resultAsks.notebook,
      notebookTitle: notebooks.title,
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
    .innerJoin(notebooks, eq(notebooks.id, resultAsks.notebook))
    .innerJoin(datasets, eq(datasets.id, resultAsks.dataset))
    .innerJoin(labs, eq(labs.id, datasets.lab))
    .innerJoin(users, eq(users.id, resultAsks.by));
export type ResultAsk = Awaited<ReturnType<typeof resultAsksIn>>[number];

/** Of one notebook, oldest first; also for data sets in the bin, which nobody can show. */
export const resultAsksIn = (executor: Executor, notebook: string) =>
  asked(executor).where(eq(resultAsks.notebook, notebook)).orderBy(asc(resultAsks.at), asc(datasets.name));

/** Of data of the labs that a person is in, in every notebook that is not in the bin, oldest first. */
export const resultAsksOfLabsOf = (executor: Executor, user: string) =>
  asked(executor)
    .innerJoin(members, eq(members.organizationId, datasets.lab))
    .where(and(eq(members.userId, user), isNull(notebooks.deletedAt)))
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
      set: { refused: false, answeredBy: null, at },
      setWhere: eq(resultAsks.refused, true),
    })
    .returning({ dataset: resultAsks.dataset });
  return added.map(({ dataset }) => dataset);
}

type Ask = { readonly notebook: string; readonly dataset: string; readonly by: string };
const isAsk = ({ notebook, dataset, by }: Ask) =>
  and(eq(resultAsks.notebook, notebook), eq(resultAsks.dataset, dataset), eq(resultAsks.by, by));

/** The ask, locked until the transaction ends; `refusedBy` where somebody has refused it. Null: there is none, or it was granted. */
export async function lockResultAsk(
  tx: Executor,
  of: Ask,
): Promise<{ readonly refused: boolean; readonly refusedBy: string | null } | null> {
  const [row] = await tx
    .select({ refused: resultAsks.refused, refusedBy: resultAsks.answeredBy })
    .from(resultAsks)
    .where(isAsk(of))
    .for("update");
  return row ?? null;
}

/** Kept, so that who asked reads what became of it. */
export const refuseResultAsk = (tx: Executor, of: Ask, by: string) =>
  tx.update(resultAsks).set({ refused: true, answeredBy: by }).where(isAsk(of));

/** Nobody waits for it any more. */
export const endResultAsk = (tx: Executor, of: Ask) => tx.delete(resultAsks).where(isAsk(of));

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

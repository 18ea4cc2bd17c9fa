// Asking for a run, joining one that is at work, and wanting it no longer. Called by the scheduler.

import { and, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { runAskers, runs, type RunNeeds } from "../schema/runs.ts";
import { sourceSet } from "../source-set.ts";
import { dbNow, withoutDisk } from "./run-clock.ts";
import type { RunRow } from "./runs.ts";

export type { RunNeeds };

export interface NewRun {
  readonly id: string;
  readonly lab: string;
  readonly notebook: string;
  readonly cell: string;
  readonly cellName: string;
  readonly kind: string;
  readonly key: string;
  /** Behind the first step: with its key and generation it says what is at work already. */
  readonly headSources: readonly string[];
  readonly generation: number;
  readonly plan: unknown;
  readonly needs: RunNeeds;
  readonly files: RunRow["files"];
  /** Behind any of its steps. */
  readonly sources: readonly string[];
  /** Above 0: before the other runs of the lab. */
  readonly priority: number;
  readonly by: string;
}
export interface Asker {
  readonly asker: string;
  readonly shows: boolean;
}

/**
 * Asks for a run, or joins the one that is at work on the same key and the same data: one run however many ask. Wakes a
 * waiting kernel.
 * Losing power here loses nothing: the demand asks again.
 */
export async function askForRun(
  tx: Executor,
  run: NewRun,
  { asker, shows }: Asker,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const set = sourceSet(run.headSources);
  for (;;) {
    const { rows } = await tx.execute<{ id: string }>(sql`
      with added as (
        insert into runs (id, lab, notebook, cell, cell_name, kind, key, source_set, generation, plan, needs, files, sources, priority, "by", queued_at)
        values (${run.id}, ${run.lab}, ${run.notebook}, ${run.cell}, ${run.cellName}, ${run.kind}, ${run.key}, ${set}, ${run.generation},
          ${JSON.stringify(run.plan)}::jsonb, ${JSON.stringify(run.needs)}::jsonb, ${JSON.stringify(run.files)}::jsonb,
          ${JSON.stringify(run.sources)}::jsonb, ${run.priority}, ${run.by}, ${dbNow})
        on conflict do nothing returning id
      ), asker as (
        insert into run_askers (run, asker, shows, notebook, lab)
        select id, ${asker}::text, ${shows}::boolean, ${run.notebook}::text, ${run.lab}::text from added
      )
      select id, pg_notify('genomecraft_queue', ${run.lab}), ${withoutDisk} from added`);
    if (rows.length > 0) return { id: run.id, isNew: true };
    await tx.execute(sql`select ${withoutDisk}`);
    const [there] = await tx
      .select({ id: runs.id })
      .from(runs)
      .where(
        and(
          eq(runs.lab, run.lab),
          eq(runs.key, run.key),
          eq(runs.sourceSet, set),
          eq(runs.generation, run.generation),
          inArray(runs.state, ["queued", "leased"]),
          eq(runs.cancelRequested, false),
        ),
      )
      // Whoever leaves it in this moment as the last one either sees us, or is seen to have cancelled it.
      .for("update");
    if (there) {
      const { id } = there;
      await tx.insert(runAskers).values({ run: id, asker, shows, notebook: run.notebook, lab: run.lab }).onConflictDoNothing();
      return { id, isNew: false };
    }
    // It ended in this moment, or is being cancelled: ours comes after it.
    await tx.execute(sql`select pg_sleep(0.02)`);
  }
}

/**
 * Somebody wants a run no longer. Without any other asker it is cancelled: at once while it waits, by the kernel's next
 * beat while it runs. Answers the state that follows. `isUnwanted` is asked while nobody else can ask for the run.
 */
export async function leaveRun(
  tx: Executor,
  run: string,
  asker: string,
  isUnwanted: () => boolean = () => true,
): Promise<"cancelled" | "asked" | "kept"> {
  await tx.execute(sql`select 1 from runs where id = ${run} for update`);
  if (!isUnwanted()) return "kept";
  await tx.delete(runAskers).where(and(eq(runAskers.run, run), eq(runAskers.asker, asker)));
  const left = await tx.select({ run: runAskers.run }).from(runAskers).where(eq(runAskers.run, run)).limit(1);
  if (left.length > 0) return "kept";
  return cancelRun(tx, run);
}

/** Somebody beside the run's own notebook waits for it, or the notebook for another reason than to show it. */
export async function isAskedElsewhere(executor: Executor, run: RunRow): Promise<boolean> {
  const askers = await executor
    .select({ notebook: runAskers.notebook, shows: runAskers.shows })
    .from(runAskers)
    .where(eq(runAskers.run, run.id));
  return askers.length === 0 || askers.some((asker) => asker.notebook !== run.notebook || !asker.shows);
}

/** Takes back a run that was asked for in this same transaction: nobody has seen it. */
export const dropRun = (tx: Executor, run: string) => tx.delete(runs).where(eq(runs.id, run));

/** Cancels whoever asks. */
export async function cancelRun(tx: Executor, run: string): Promise<"cancelled" | "asked" | "kept"> {
  const waiting = await tx
    .update(runs)
    .set({ state: "cancelled", endedAt: dbNow })
    .where(and(eq(runs.id, run), eq(runs.state, "queued")))
    .returning({ id: runs.id });
  if (waiting.length > 0) return "cancelled";
  const running = await tx
    .update(runs)
    .set({ cancelRequested: true })
    .where(and(eq(runs.id, run), eq(runs.state, "leased")))
    .returning({ id: runs.id });
  return running.length > 0 ? "asked" : "kept";
}

/** Runs that are at work because this one asked. */
export async function runsAskedBy(
  executor: Executor,
  asker: string,
): Promise<readonly { readonly id: string; readonly cell: string; readonly key: string }[]> {
  return executor
    .select({ id: runs.id, cell: runs.cell, key: runs.key })
    .from(runAskers)
    .innerJoin(runs, eq(runs.id, runAskers.run))
    .where(and(eq(runAskers.asker, asker), inArray(runs.state, ["queued", "leased"])));
}

// Leases of runs: claimed, kept by beats, ended, taken back when they lapse. Called by the lease protocol.

import { and, eq, lt, sql, type SQL } from "drizzle-orm";
import type { KernelOffer } from "@genomecraft/cells/base/needs.ts";
import type { Executor } from "../database.ts";
import { runs, runSteps } from "../schema/runs.ts";
import { hasAllNeeded, holderHasAllNeeded } from "./kernel-fit.ts";
import { mayHaveRun } from "./kernel-rights.ts";
import { dbNow, withoutDisk } from "./run-clock.ts";
import type { RunRow } from "./runs.ts";

/** A lease lapses this long after the last beat; kernels beat three times a second. */
export const leaseMs = 2_200;
export const mostAttempts = 3;

/** A kernel of no lab may have the runs of every lab; one of a lab those that its kernels may have. */
export interface ClaimBy extends KernelOffer {
  readonly token: string;
  readonly kernel: string;
}

/** Whoever has waited so long and has nothing at work is next, and gets a place if need be. */
const patienceMs = 6_000;
const hasNothingAtWork = sql`not exists (select 1 from runs o where o.state = 'leased' and o."by" = r."by")`;
const hasWaited = sql`(r.queued_at < ${dbNow} - ${patienceMs} and ${hasNothingAtWork})`;

/**
 * Takes the next run that this kernel can do: of whoever has waited long and has nothing at work, else of the lab that has
 * the fewest at work, else of the person who has; null when there is none.
 */
export async function claimRun(executor: Executor, by: ClaimBy): Promise<RunRow | null> {
  const now = dbNow;
  // The database plans a question before it is asked, and plans this one for as long as all the rest.
  const mayHave = by.lab === null ? sql`true` : mayHaveRun(sql`${by.lab}::text`);
  const next = sql`(
    select r.id from runs r left join (select lab, count(*) as n from runs where state = 'leased' group by lab) busy on busy.lab = r.lab
      left join (select "by", count(*) as n from runs where state = 'leased' group by "by") hers on hers."by" = r."by"
    where r.state = 'queued' and (select ${withoutDisk}) = 'off' and ${mayHave}
      and ${hasAllNeeded(by)}
    order by ${hasWaited} desc, coalesce(busy.n, 0), coalesce(hers.n, 0), r.priority desc, r.number
    for update of r skip locked limit 1)`;
  const [row] = await executor
    .update(runs)
    .set({
      state: "leased",
      attempt: sql`${runs.attempt} + 1`,
      kernelToken: by.token,
      kernel: by.kernel,
      leaseUntil: sql`${now} + ${leaseMs}`,
      startedAt: now,
      step: 0,
      fraction: null,
      note: "",
      detail: null,
    })
    .where(sql`${runs.id} = ${next}`)
    .returning();
  return row ?? null;
}

export interface LeaseHold {
  readonly run: string;
  readonly attempt: number;
  readonly token: string;
}
const held = ({ run, attempt, token }: LeaseHold): SQL | undefined =>
  and(eq(runs.id, run), eq(runs.attempt, attempt), eq(runs.kernelToken, token), eq(runs.state, "leased"));

/** Extends the lease; null when it is not this kernel's any more. */
export async function beatRun(
  executor: Executor,
  hold: LeaseHold,
  at: { readonly step: number; readonly fraction: number | null; readonly note: string },
): Promise<RunRow | null> {
  const [row] = await executor
    .update(runs)
    .set({
      leaseUntil: sql`${dbNow} + ${leaseMs}`,
      step: at.step,
      fraction: at.fraction === null ? null : Math.round(at.fraction * 1_000_000),
      note: at.note,
    })
    .where(and(held(hold), sql`(select ${withoutDisk}) = 'off'`))
    .returning();
  return row ?? null;
}

/** A connection of the kernel closed: if it lives it beats within this time, on another one. */
const silenceMs = 1_000;

/** Leases that end soon unless their kernel is heard again. */
export async function doubtLeases(executor: Executor, holds: readonly LeaseHold[]): Promise<void> {
  for (const hold of holds)
    await executor
      .update(runs)
      .set({ leaseUntil: sql`least(${runs.leaseUntil}, ${dbNow} + ${silenceMs})` })
      .where(held(hold));
}

/**
 * The run under this lease, locked until the transaction ends, and whether its notebook will put on show what it makes;
 * null when the lease is lost. The transaction does not wait for the disk.
 */
export async function lockLease(
  tx: Executor,
  hold: LeaseHold,
): Promise<{ readonly run: RunRow; readonly shows: boolean } | null> {
  const [row] = await tx
    .select({
      run: runs,
      // Written out: of a single table the names of columns are made without it.
      shows: sql<boolean>`exists (select 1 from run_askers a
        where a.run = runs.id and a.notebook = runs.notebook and a.shows)`,
      light: sql`${withoutDisk}`,
    })
    .from(runs)
    .where(held(hold))
    .for("update");
  return row ?? null;
}

/** The lease is live and this token's: what artifacts and files are given to. */
export async function liveLease(executor: Executor, run: string, token: string): Promise<RunRow | null> {
  const [row] = await executor
    .select()
    .from(runs)
    .where(and(eq(runs.id, run), eq(runs.kernelToken, token), eq(runs.state, "leased")));
  return row ?? null;
}

/** Steps that have ended: whoever joins the run learns of them, and its lease begins anew. */
export async function addSteps(
  tx: Executor,
  run: RunRow,
  steps: readonly { readonly step: number; readonly key: string; readonly sourceSet: string; readonly ms: number }[],
): Promise<void> {
  const { id, lab, generation } = run;
  await tx
    .insert(runSteps)
    .values(steps.map(({ ms, ...step }) => ({ ...step, run: id, lab, generation, ms: Math.round(ms) })))
    .onConflictDoNothing();
  await tx
    .update(runs)
    .set({ leaseUntil: sql`${dbNow} + ${leaseMs}`, step: Math.max(...steps.map(({ step }) => step)) + 1 })
    .where(eq(runs.id, id));
}

/** Ends a lease; null when it was lost before. A lost run waits again until its attempts are used up. */
export async function endRun(
  executor: Executor,
  hold: LeaseHold,
  outcome: "done" | "lost" | "cancelled",
  detail: string | null,
): Promise<RunRow | null> {
  const [row] = await executor
    .update(runs)
    .set({
      state: sql`case when ${outcome} <> 'lost' then ${outcome}
        when cancel_requested then 'cancelled'
        when attempt >= ${mostAttempts} then 'lost' else 'queued' end`,
      detail,
      endedAt: sql`case when ${outcome} <> 'lost' or cancel_requested or attempt >= ${mostAttempts} then ${dbNow} else null end`,
      leaseUntil: null,
    })
    .where(held(hold))
    .returning();
  if (row?.state === "queued") await executor.execute(sql`select pg_notify('genomecraft_queue', ${row.lab})`);
  return row ?? null;
}

/** Takes back leases that lapsed: to the queue, or lost for good after the last attempt. */
export async function reapRuns(executor: Executor): Promise<readonly RunRow[]> {
  const rows = await executor
    .update(runs)
    .set({
      state: sql`case when cancel_requested then 'cancelled' when attempt >= ${mostAttempts} then 'lost' else 'queued' end`,
      detail: "the kernel was lost",
      endedAt: sql`case when cancel_requested or attempt >= ${mostAttempts} then ${dbNow} else null end`,
      leaseUntil: null,
    })
    .where(and(eq(runs.state, "leased"), lt(runs.leaseUntil, dbNow)))
    .returning();
  for (const lab of new Set(rows.filter((row) => row.state === "queued").map((row) => row.lab))) {
    await executor.execute(sql`select pg_notify('genomecraft_queue', ${lab})`);
  }
  return rows;
}

/**
 * Makes a place for whoever has waited long and has nothing at work, where another person has more than one run at work on a
 * kernel that could take hers: the one of these that began last waits again. Each run only once. Null: nobody has to wait.
 */
export async function yieldRun(executor: Executor): Promise<RunRow | null> {
  const { rows: waits } = await executor.execute(sql`select 1 from runs r where r.state = 'queued' and ${hasWaited} limit 1`);
  if (waits.length === 0) return null;
  const [row] = await executor
    .update(runs)
    .set({ state: "queued", yielded: true, leaseUntil: null, detail: null })
    .where(
      sql`${runs.id} = (
        select l.id from runs r
          join runs l on l.state = 'leased' and not l.yielded and not l.cancel_requested and l."by" <> r."by"
            and (select count(*) from runs o where o.state = 'leased' and o."by" = l."by") > 1
          join kernel_tokens k on k.id = l.kernel_token and (k.lab is null or ${mayHaveRun(sql`k.lab`)})
            and ${holderHasAllNeeded(sql`k`, sql`l.kernel`)}
        where r.state = 'queued' and ${hasWaited}
        order by r.number, l.started_at desc
        for update of l skip locked limit 1)`,
    )
    .returning();
  return row ?? null;
}

/** The clock jumped, or the database was away: nobody's fault, so every lease begins anew. */
export async function renewLeases(executor: Executor): Promise<void> {
  await executor
    .update(runs)
    .set({ leaseUntil: sql`${dbNow} + ${leaseMs}` })
    .where(eq(runs.state, "leased"));
}

/** Whoever claimed it is not there to take it: back to the queue, and the attempt does not count. */
export const giveBackRun = (executor: Executor, run: RunRow) =>
  executor
    .update(runs)
    .set({ state: "queued", leaseUntil: null, attempt: sql`${runs.attempt} - 1` })
    .where(and(eq(runs.id, run.id), eq(runs.attempt, run.attempt), eq(runs.state, "leased")));

// Runs and their leases, as SQL. Times of leases are the database's own, so that servers with different clocks agree.
// Called by the lease protocol and by the scheduler.

import { and, eq, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { sourceSet } from "../source-set.ts";
import { mayHaveRun } from "./kernel-rights.ts";
import { demands, runAskers, runLogs, runs, runSteps, type RunNeeds } from "../schema/runs.ts";

export type RunRow = typeof runs.$inferSelect;

/** Milliseconds since the epoch on the database's clock. */
const dbNow = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** This transaction need not wait for the disk: lost with the power, it is asked or claimed again. */
const withoutDisk = sql`set_config('synchronous_commit', 'off', true)`;

/** A lease lapses this long after the last beat; kernels beat three times a second. */
export const leaseMs = 2_200;
export const mostAttempts = 3;

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
    .set({ state: "cancelled", endedAt: dbNow as unknown as number })
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

export interface ClaimBy {
  readonly token: string;
  readonly kernel: string;
  /** Null: runs of every lab. Else those that its kernels may have. */
  readonly lab: string | null;
  readonly memory: number;
  readonly gpus: number;
  readonly site: string;
}

/** Takes the next run that this kernel can do, of the lab that has the fewest at work; null when there is none. */
export async function claimRun(executor: Executor, by: ClaimBy): Promise<RunRow | null> {
  const now = dbNow as unknown as number;
  const next = sql`(
    select r.id from runs r left join (select lab, count(*) as n from runs where state = 'leased' group by lab) busy on busy.lab = r.lab
    where r.state = 'queued' and (select ${withoutDisk}) = 'off' and (${by.lab}::text is null or ${mayHaveRun(sql`${by.lab}::text`)})
      and coalesce((r.needs->>'memory')::numeric, 0) <= ${by.memory}
      and coalesce((r.needs->>'gpu')::numeric, 0) <= ${by.gpus}
      and coalesce(r.needs->>'site', '') in ('', ${by.site})
    order by coalesce(busy.n, 0), r.priority desc, r.number
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
      leaseUntil: sql`${dbNow} + ${leaseMs}` as unknown as number,
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
      .set({ leaseUntil: sql`least(${runs.leaseUntil}, ${dbNow} + ${silenceMs})` as unknown as number })
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
    .set({ leaseUntil: sql`${dbNow} + ${leaseMs}` as unknown as number, step: Math.max(...steps.map(({ step }) => step)) + 1 })
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
    .where(and(eq(runs.state, "leased"), lt(runs.leaseUntil, dbNow as unknown as number)))
    .returning();
  for (const lab of new Set(rows.filter((row) => row.state === "queued").map((row) => row.lab))) {
    await executor.execute(sql`select pg_notify('genomecraft_queue', ${lab})`);
  }
  return rows;
}

/** The clock jumped, or the database was away: nobody's fault, so every lease begins anew. */
export async function renewLeases(executor: Executor): Promise<void> {
  await executor
    .update(runs)
    .set({ leaseUntil: sql`${dbNow} + ${leaseMs}` as unknown as number })
    .where(eq(runs.state, "leased"));
}

/** How many runs wait before this one, and how many are at work. */
export async function queueAhead(executor: Executor, run: string): Promise<{ readonly ahead: number; readonly kernels: number }> {
  const { rows } = await executor.execute<{ ahead: number; kernels: number }>(sql`
    select (select count(*)::int from runs q, runs r where r.id = ${run} and q.state = 'queued'
        and (q.priority > r.priority or (q.priority = r.priority and q.number < r.number))) as ahead,
      (select count(*)::int from runs where state = 'leased') as kernels`);
  return rows[0] ?? { ahead: 0, kernels: 0 };
}

const keptLog = 200_000;

/** Appends to a run's log; answers the offset at which the text begins. */
export async function appendLog(
  executor: Executor,
  run: { readonly id: string; readonly lab: string },
  text: string,
): Promise<number> {
  const [row] = await executor
    .insert(runLogs)
    .values({ run: run.id, lab: run.lab, text, length: text.length })
    .onConflictDoUpdate({
      target: runLogs.run,
      set: { text: sql`right(${runLogs.text} || excluded.text, ${keptLog})`, length: sql`${runLogs.length} + excluded.length` },
    })
    .returning({ length: runLogs.length });
  return (row?.length ?? text.length) - text.length;
}

export async function readLog(executor: Executor, run: string): Promise<string> {
  const [row] = await executor.select({ text: runLogs.text }).from(runLogs).where(eq(runLogs.run, run));
  return row?.text ?? "";
}

export async function findRun(executor: Executor, id: string): Promise<RunRow | null> {
  const [row] = await executor.select().from(runs).where(eq(runs.id, id));
  return row ?? null;
}

export const stepsOfRun = (executor: Executor, run: string) =>
  executor.select().from(runSteps).where(eq(runSteps.run, run)).orderBy(runSteps.step);

export interface ListedRun {
  readonly id: string;
  /** Order of asking. */
  readonly number: number;
  readonly lab: string;
  readonly notebook: string;
  readonly title: string | null;
  readonly cell: string;
  readonly cellName: string;
  readonly kind: string;
  readonly state: string;
  readonly by: string;
  readonly byName: string | null;
  readonly queuedAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly kernel: string | null;
  readonly fraction: number | null;
  readonly note: string;
  readonly detail: string | null;
  readonly sources: readonly string[];
}

/** Newest first, of notebooks that this person may see. */
export async function listRuns(
  executor: Executor,
  filter: {
    readonly user: string;
    readonly lab?: string | undefined;
    readonly notebook?: string | undefined;
    readonly state?: string | undefined;
    readonly mine?: boolean;
    /** Asked for before the run of this number. */
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly ListedRun[]> {
  const { user } = filter;
  const { rows } = await executor.execute<Record<string, string | number | null> & { sources: string[] }>(sql`
    select r.id, r.number, r.lab, r.notebook, n.title, r.cell, r.cell_name, r.kind, r.state, r.by, u.name as by_name, r.queued_at,
      r.started_at, r.ended_at, r.kernel, r.fraction_ppm, r.note, r.detail, r.sources
    from runs r join notebooks n on n.id = r.notebook and n.deleted_at is null left join users u on u.id = r.by
    where (${filter.lab ?? null}::text is null or r.lab = ${filter.lab ?? null})
      and (${filter.notebook ?? null}::text is null or r.notebook = ${filter.notebook ?? null})
      and (${filter.state ?? null}::text is null or r.state = ${filter.state ?? null})
      and (not ${filter.mine === true} or r.by = ${user})
      and (${filter.before ?? null}::bigint is null or r.number < ${filter.before ?? null})
      and (exists (select 1 from notebook_access a where a.notebook = n.id and a.user_id = ${user})
        or exists (select 1 from notebook_access a join members m on m.lab = a.lab_granted and m.user_id = ${user} where a.notebook = n.id)
        or exists (select 1 from members m where m.lab = n.lab and m.user_id = ${user} and m.role in ('owner', 'admin')))
    order by r.number desc limit ${filter.limit}`);
  const number = (value: string | number | null | undefined): number | null =>
    value === null || value === undefined ? null : Number(value);
  return rows.map((row) => ({
    id: String(row["id"]),
    number: Number(row["number"]),
    lab: String(row["lab"]),
    notebook: String(row["notebook"]),
    title: row["title"] as string | null,
    cell: String(row["cell"]),
    cellName: String(row["cell_name"]),
    kind: String(row["kind"]),
    state: String(row["state"]),
    by: String(row["by"]),
    byName: row["by_name"] as string | null,
    queuedAt: Number(row["queued_at"]),
    startedAt: number(row["started_at"]),
    endedAt: number(row["ended_at"]),
    kernel: row["kernel"] as string | null,
    fraction: row["fraction_ppm"] === null ? null : Number(row["fraction_ppm"]) / 1_000_000,
    note: String(row["note"]),
    detail: row["detail"] as string | null,
    sources: row.sources,
  }));
}

/** How many runs a person has asked for, by notebook and by what stood behind them. */
export const countRunsOf = (executor: Executor, user: string) =>
  executor
    .select({ notebook: runs.notebook, sources: runs.sources, n: sql<number>`count(*)::int` })
    .from(runs)
    .where(eq(runs.by, user))
    .groupBy(runs.notebook, runs.sources);

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

export async function countRuns(executor: Executor): Promise<{ readonly queued: number; readonly leased: number }> {
  const { rows } = await executor.execute<{ queued: number; leased: number }>(sql`
    select count(*) filter (where state = 'queued')::int as queued, count(*) filter (where state = 'leased')::int as leased
    from runs where state in ('queued', 'leased')`);
  return rows[0] ?? { queued: 0, leased: 0 };
}

/** Rows that one statement removes: others do not wait for long. */
const prunedAtOnce = 5_000;

/**
 * Forgets logs of runs that ended before `logs`, and runs that ended before `runs`, with their steps. What they made, how
 * and for whom stands in the results and in the audit, which stay. Answers how many of each went.
 */
export async function pruneRuns(
  executor: Executor,
  before: { readonly logs: number; readonly runs: number },
): Promise<{ readonly logs: number; readonly runs: number }> {
  const ended = (at: number): SQL =>
    sql`select r.id from runs r where r.state not in ('queued', 'leased') and r.ended_at < ${at}`;
  const all = async (remove: () => Promise<{ readonly rowCount: number | null }>): Promise<number> => {
    for (let gone = 0; ; ) {
      const { rowCount } = await remove();
      gone += rowCount ?? 0;
      if ((rowCount ?? 0) < prunedAtOnce) return gone;
    }
  };
  const logs = await all(() =>
    executor.execute(sql`delete from run_logs where run in (
      select l.run from run_logs l where l.run in (${ended(before.logs)}) limit ${prunedAtOnce})`),
  );
  const old = await all(() => executor.execute(sql`delete from runs where id in (${ended(before.runs)} limit ${prunedAtOnce})`));
  return { logs, runs: old };
}

// ---- demands --------------------------------------------------------------------------------------------------------

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

// ---- files ----------------------------------------------------------------------------------------------------------

export interface GrantedFile {
  readonly digest: string;
  readonly blob: string;
  readonly size: number;
}

/** Of these digests, those that lie in a data set which the notebook was granted. */
export async function grantedFiles(
  executor: Executor,
  notebook: string,
  digests: readonly string[],
): Promise<readonly GrantedFile[]> {
  if (digests.length === 0) return [];
  const { rows } = await executor.execute<{ digest: string; blob: string; size: string }>(sql`
    select distinct on (v.digest) v.digest, v.blob, v.size from dataset_versions v
      join notebook_datasets g on g.dataset = v.dataset join datasets d on d.id = v.dataset and d.deleted_at is null
    where g.notebook = ${notebook} and v.digest in (${sql.join(
      digests.map((digest) => sql`${digest}`),
      sql`, `,
    )})`);
  return rows.map((row) => ({ digest: row.digest, blob: row.blob, size: Number(row.size) }));
}

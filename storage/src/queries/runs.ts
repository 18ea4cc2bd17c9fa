// Runs as they are found, listed, counted and forgotten, and their logs. Asking for them is run-askers.ts, doing them
// leases.ts.

import { eq, sql, type SQL } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { roleNow } from "./role-now.ts";
import { runLogs, runs, type RunNeeds } from "../schema/runs.ts";

export type RunRow = typeof runs.$inferSelect;

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
  readonly needs: RunNeeds;
  /** It ended, and a step of it gave no result. */
  readonly failed: boolean;
  /** Why, where that follows from the inputs and was recorded. */
  readonly failure: unknown;
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
    /** Of these kinds, or of all others. */
    readonly kinds: { readonly names: readonly string[]; readonly are: boolean };
    /** Asked for before the run of this number. */
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly ListedRun[]> {
  const { user, kinds } = filter;
  const names = sql.join(
    kinds.names.map((name) => sql`${name}`),
    sql`, `,
  );
  const { rows } = await executor.execute<
    Record<string, string | number | null> & { sources: string[]; needs: RunNeeds; failed: boolean; failure: unknown }
  >(sql`
    select r.id, r.number, r.lab, r.notebook, n.title, r.cell, r.cell_name, r.kind, r.state, r.by, u.name as by_name, r.queued_at,
      r.started_at, r.ended_at, r.kernel, r.fraction_ppm, r.note, r.detail, r.sources, r.needs,
      f.step is not null as failed, f.failure
    from runs r join notebooks n on n.id = r.notebook and n.deleted_at is null left join users u on u.id = r.by
      left join lateral (
        select s.step, (select x.failure from results x
          where x.lab = s.lab and x.key = s.key and x.source_set = s.source_set and x.failure is not null
          order by x.generation desc limit 1) as failure
        from run_steps s where s.run = r.id and r.state = 'done' and not exists (select 1 from results x
          where x.lab = s.lab and x.key = s.key and x.source_set = s.source_set and x.outputs is not null
            and (r.plan->>'fresh' is distinct from 'true' or s.key <> r.key or x.generation = s.generation))
        order by s.step limit 1) f on true
    where (${filter.lab ?? null}::text is null or r.lab = ${filter.lab ?? null})
      and (${filter.notebook ?? null}::text is null or r.notebook = ${filter.notebook ?? null})
      and (${filter.state ?? null}::text is null or r.state = ${filter.state ?? null})
      and (r.kind in (${names})) = ${kinds.are}
      and (not ${filter.mine === true} or r.by = ${user})
      and (${filter.before ?? null}::bigint is null or r.number < ${filter.before ?? null})
      and (exists (select 1 from notebook_access a where a.notebook = n.id and a.user_id = ${user} and ${roleNow("a")} is not null)
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
    needs: row.needs,
    failed: row.failed,
    failure: row.failure,
  }));
}

/** How many runs a person has asked for, by notebook and by what stood behind them. */
export const countRunsOf = (executor: Executor, user: string) =>
  executor
    .select({ notebook: runs.notebook, sources: runs.sources, n: sql<number>`count(*)::int` })
    .from(runs)
    .where(eq(runs.by, user))
    .groupBy(runs.notebook, runs.sources);

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

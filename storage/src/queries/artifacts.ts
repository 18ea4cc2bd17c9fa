// What is kept of results: artifacts as blobs, small ones inside their results; which are missing, and which may go.

import { and, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { artifacts, resultOutputs, results } from "../schema/results.ts";
import { runSteps } from "../schema/runs.ts";

/** The blob of an artifact, or null when it was never stored or is gone. */
export async function findArtifact(executor: Executor, lab: string, digest: string) {
  const [row] = await executor
    .select()
    .from(artifacts)
    .where(and(eq(artifacts.lab, lab), eq(artifacts.digest, digest)));
  return row ?? null;
}

/** This one alone: what lies there is not what was stored. */
export async function forgetArtifact(executor: Executor, lab: string, digest: string, blob: string): Promise<void> {
  await executor.delete(artifacts).where(and(eq(artifacts.lab, lab), eq(artifacts.digest, digest), eq(artifacts.blob, blob)));
}

/**
 * Forgets artifacts that nobody has used since `before`, except those on show, published, in a version, or read by a run
 * that waits or runs. Their results are made again when somebody asks; the blobs are the collector's. Answers how many.
 */
export async function forgetArtifacts(executor: Executor, before: number): Promise<number> {
  const { rowCount } = await executor.execute(sql`
    delete from artifacts a where a.used_at < ${before}
      and not exists (select 1 from cell_shown s where s.lab = a.lab and position(a.digest in s.shown::text) > 0)
      and not exists (select 1 from publications p where p.lab = a.lab and p.withdrawn_at is null
        and (position(a.digest in p.pinned::text) > 0 or position(a.digest in p.body::text) > 0))
      and not exists (select 1 from document_versions v where v.lab = a.lab and v.name is not null and position(a.digest in v.results::text) > 0)
      and not exists (select 1 from runs r where r.lab = a.lab and r.state in ('queued', 'leased') and position(a.digest in r.plan::text) > 0)`);
  return rowCount ?? 0;
}

export const addArtifact = (executor: Executor, row: typeof artifacts.$inferInsert) =>
  executor.insert(artifacts).values(row).onConflictDoNothing();

/** Small artifacts travel inside results: the JSON of one, or null. */
export async function findInline(executor: Executor, lab: string, digest: string): Promise<unknown> {
  const [row] = await executor
    .select({ outputs: results.outputs, port: resultOutputs.port })
    .from(resultOutputs)
    .innerJoin(
      results,
      and(
        eq(results.lab, resultOutputs.lab),
        eq(results.key, resultOutputs.key),
        eq(results.sourceSet, resultOutputs.sourceSet),
        eq(results.generation, resultOutputs.generation),
      ),
    )
    .where(and(eq(resultOutputs.lab, lab), eq(resultOutputs.digest, digest), eq(resultOutputs.inline, true)))
    .limit(1);
  const outputs = row?.outputs as { readonly [port: string]: { readonly inline?: unknown } } | null | undefined;
  return (row && outputs?.[row.port]?.inline) ?? null;
}

const listed = (digests: readonly string[]) =>
  sql`unnest(array[${sql.join(
    digests.map((digest) => sql`${digest}`),
    sql`, `,
  )}]::text[])`;

/** Which of these artifacts are neither stored nor inline. */
export async function missingArtifacts(executor: Executor, lab: string, digests: readonly string[]): Promise<readonly string[]> {
  if (digests.length === 0) return [];
  const { rows } = await executor.execute<{ digest: string }>(sql`
    select d.digest from ${listed(digests)} as d(digest)
    where not exists (select 1 from artifacts a where a.lab = ${lab} and a.digest = d.digest)
      and not exists (select 1 from result_outputs o where o.lab = ${lab} and o.digest = d.digest and o.inline)
      and not exists (select 1 from result_outputs o
        join results r on r.lab = o.lab and r.key = o.key and r.source_set = o.source_set and r.generation = o.generation
        join runs u on u.id = r.run and u.state = 'leased' where o.lab = ${lab} and o.digest = d.digest)`);
  return rows.map((row) => row.digest);
}

/** Which of these artifacts are stored. */
export async function storedArtifacts(executor: Executor, lab: string, digests: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await executor
    .select({ digest: artifacts.digest })
    .from(artifacts)
    .where(and(eq(artifacts.lab, lab), inArray(artifacts.digest, [...digests])));
  return new Set(rows.map(({ digest }) => digest));
}

/** Which of these artifacts another run that waits or is at work reads. */
export async function inputsAtWork(
  executor: Executor,
  run: { readonly id: string; readonly lab: string },
  digests: readonly string[],
): Promise<readonly string[]> {
  if (digests.length === 0) return [];
  const { rows } = await executor.execute<{ digest: string }>(sql`
    select d.digest from ${listed(digests)} as d(digest)
    where exists (select 1 from runs r where r.lab = ${run.lab} and r.id <> ${run.id}
      and r.state in ('queued', 'leased') and position(d.digest in r.plan::text) > 0)`);
  return rows.map((row) => row.digest);
}

/** Somebody has read it: what is not used goes some day. */
export const noteArtifactUsed = (executor: Executor, lab: string, digest: string, now: number) =>
  executor
    .update(artifacts)
    .set({ usedAt: now })
    .where(and(eq(artifacts.lab, lab), eq(artifacts.digest, digest)));

/** One of the steps of this run that have ended gave this artifact. */
export async function isOutputOfRun(
  executor: Executor,
  run: { readonly id: string; readonly lab: string },
  digest: string,
): Promise<boolean> {
  const rows = await executor
    .select({ step: runSteps.step })
    .from(runSteps)
    .innerJoin(resultOutputs, and(eq(resultOutputs.key, runSteps.key), eq(resultOutputs.sourceSet, runSteps.sourceSet)))
    .where(and(eq(runSteps.run, run.id), eq(resultOutputs.lab, run.lab), eq(resultOutputs.digest, digest)))
    .limit(1);
  return rows.length > 0;
}

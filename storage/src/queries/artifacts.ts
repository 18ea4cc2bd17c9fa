// What is kept of results: artifacts as blobs, small ones inside their results; which are missing, and which may go. A digest
// opens nothing by itself: each question says which data sets stand behind whoever asks.

import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Executor } from "../database.ts";
import { artifacts, resultOutputs, results } from "../schema/results.ts";
import { runSteps } from "../schema/runs.ts";
import { sourceSet } from "../source-set.ts";

/** An artifact, and the data sets behind whoever asks for it: what was put for anything else is not there for it. */
export interface ArtifactAsked {
  readonly digest: string;
  readonly sources: readonly string[];
}

const isWithin = (column: SQL | AnyPgColumn, sources: readonly string[]): SQL =>
  sql`${JSON.stringify(sources)}::jsonb @> ${column}`;

/** The blob of an artifact, or null when it was never put for these data or is gone. */
export async function findArtifact(executor: Executor, lab: string, { digest, sources }: ArtifactAsked) {
  const [row] = await executor
    .select()
    .from(artifacts)
    .where(and(eq(artifacts.lab, lab), eq(artifacts.digest, digest), isWithin(artifacts.sources, sources)))
    .limit(1);
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

/** The content of a digest, put for results that were made of these data sets: a row for each. */
export async function addArtifact(
  executor: Executor,
  row: Omit<typeof artifacts.$inferInsert, "sourceSet" | "sources">,
  ...putFor: readonly (readonly string[])[]
): Promise<void> {
  const rows = putFor.map((sources) => ({ ...row, sources, sourceSet: sourceSet(sources) }));
  if (rows.length > 0) await executor.insert(artifacts).values(rows).onConflictDoNothing();
}

/** Small artifacts travel inside results: the JSON of one, or null. */
export async function findInline(executor: Executor, lab: string, { digest, sources }: ArtifactAsked): Promise<unknown> {
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
    .where(
      and(
        eq(resultOutputs.lab, lab),
        eq(resultOutputs.digest, digest),
        eq(resultOutputs.inline, true),
        isWithin(results.sources, sources),
      ),
    )
    .limit(1);
  const outputs = row?.outputs as { readonly [port: string]: { readonly inline?: unknown } } | null | undefined;
  return (row && outputs?.[row.port]?.inline) ?? null;
}

/**
 * "kept": stored or inline. "in-hand": the server's own kernel has it, and says so truly. "told": a lab's own kernel says that
 * it has it. "gone": nobody.
 */
export type ArtifactStanding = "kept" | "in-hand" | "told" | "gone";

/** Of a leased run `u`: all that it has reported came of the server's own kernel. Of a later attempt an earlier kernel's may stand. */
export const isByServer = sql`u.attempt = 1
  and exists (select 1 from kernel_tokens k where k.id = u.kernel_token and k.lab is null)`;

/** How each of these stands for the data behind whoever asks for it, in their order. */
export async function standingOfArtifacts(
  executor: Executor,
  lab: string,
  asked: readonly ArtifactAsked[],
): Promise<readonly ArtifactStanding[]> {
  if (asked.length === 0) return [];
  const listedAsked = JSON.stringify(asked.map(({ digest, sources }, at) => ({ at, digest, sources })));
  const madeOf = sql`from result_outputs o
    join results r on r.lab = o.lab and r.key = o.key and r.source_set = o.source_set and r.generation = o.generation`;
  const isAsked = sql`o.lab = ${lab} and o.digest = d.digest and d.sources @> r.sources`;
  const { rows } = await executor.execute<{ kept: boolean; held: boolean; trusted: boolean }>(sql`
    select (exists (select 1 from artifacts a where a.lab = ${lab} and a.digest = d.digest and d.sources @> a.sources)
        or exists (select 1 ${madeOf} where ${isAsked} and o.inline)) as kept,
      exists (select 1 ${madeOf} join runs u on u.id = r.run and u.state = 'leased' where ${isAsked}) as held,
      exists (select 1 ${madeOf} join runs u on u.id = r.run and u.state = 'leased' and ${isByServer} where ${isAsked}) as trusted
    from jsonb_to_recordset(${listedAsked}::jsonb) as d(at int, digest text, sources jsonb) order by d.at`);
  return rows.map(({ kept, held, trusted }) => (kept ? "kept" : trusted ? "in-hand" : held ? "told" : "gone"));
}

/** Outputs that steps of this run gave, each with what is said of it and the data of its result; `kept`: stored for these, or inline. */
export async function outputsOfRun(
  executor: Executor,
  run: { readonly id: string; readonly lab: string },
  digests: readonly string[],
): Promise<readonly (ArtifactAsked & { readonly type: string; readonly kept: boolean })[]> {
  return executor
    .selectDistinct({
      digest: resultOutputs.digest,
      type: resultOutputs.type,
      sources: results.sources,
      kept: sql<boolean>`${resultOutputs.inline} or exists (select 1 from artifacts a
        where a.lab = ${run.lab} and a.digest = ${resultOutputs.digest} and ${results.sources} @> a.sources)`,
    })
    .from(runSteps)
    .innerJoin(resultOutputs, and(eq(resultOutputs.key, runSteps.key), eq(resultOutputs.sourceSet, runSteps.sourceSet)))
    .innerJoin(
      results,
      and(
        eq(results.lab, resultOutputs.lab),
        eq(results.key, resultOutputs.key),
        eq(results.sourceSet, resultOutputs.sourceSet),
        eq(results.generation, resultOutputs.generation),
      ),
    )
    .where(and(eq(runSteps.run, run.id), eq(resultOutputs.lab, run.lab), inArray(resultOutputs.digest, [...digests])));
}

const listed = (digests: readonly string[]) =>
  sql`unnest(array[${sql.join(
    digests.map((digest) => sql`${digest}`),
    sql`, `,
  )}]::text[])`;

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

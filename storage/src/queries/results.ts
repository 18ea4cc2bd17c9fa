// Results by key, what is kept of them, and what they descend from. A result is written once; whoever comes second with
// the same key finds the first.

import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { artifacts, resultInputs, resultOutputs, results } from "../schema/results.ts";
import { cellShown, runSteps } from "../schema/runs.ts";

export type ResultRow = typeof results.$inferSelect;

export interface FoundResult {
  readonly row: ResultRow;
  /** Every output is inline or stored, or still in the hands of the run that made it. */
  readonly available: boolean;
}

/** A result, and whether all that it gave can be had. */
const withStanding = {
  row: results,
  // Written out: of a single table the names of columns are made without it, and the inner tables have the same ones.
  missing: sql<boolean>`exists (select 1 from result_outputs o
    where o.lab = results.lab and o.key = results.key and o.generation = results.generation
      and not o.inline and not exists (select 1 from artifacts a where a.lab = o.lab and a.digest = o.digest))`,
  atWork: sql<boolean>`exists (select 1 from runs r where r.id = results.run and r.state = 'leased')`,
};

/** The newest generation that was not evicted, or null. */
export async function findResult(executor: Executor, lab: string, key: string): Promise<FoundResult | null> {
  return (await findResults(executor, lab, [key])).get(key) ?? null;
}

/** The same of many keys in one statement; a key without a result is absent. */
export async function findResults(
  executor: Executor,
  lab: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, FoundResult>> {
  if (keys.length === 0) return new Map();
  const rows = await executor
    .selectDistinctOn([results.key], withStanding)
    .from(results)
    .where(and(eq(results.lab, lab), inArray(results.key, [...keys]), eq(results.evicted, false)))
    .orderBy(results.key, desc(results.generation));
  return new Map(rows.map(({ row, missing, atWork }) => [row.key, { row, available: !missing || atWork }]));
}

/** What the steps of a run that have ended have come to, by step: one statement, however many they are. */
export async function resultsOfSteps(
  executor: Executor,
  run: string,
): Promise<ReadonlyMap<number, { readonly generation: number; readonly row: ResultRow }>> {
  const rows = await executor
    .select({ step: runSteps.step, generation: runSteps.generation, row: results })
    .from(runSteps)
    .innerJoin(results, and(eq(results.lab, runSteps.lab), eq(results.key, runSteps.key)))
    .where(eq(runSteps.run, run))
    // The newest one that stands comes last, and stays.
    .orderBy(desc(results.evicted), asc(results.generation));
  return new Map(rows.map(({ step, generation, row }) => [step, { generation, row }]));
}

export interface KnownResult {
  /** The newest one that was not evicted. */
  readonly standing: FoundResult | null;
  readonly newest: number;
}

/** What was ever recorded under each of these keys; a key without any result is absent. */
export async function knownResults(
  executor: Executor,
  lab: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KnownResult>> {
  const rows = await executor
    .select(withStanding)
    .from(results)
    .where(and(eq(results.lab, lab), inArray(results.key, [...keys])))
    .orderBy(desc(results.generation));
  const found = new Map<string, KnownResult>();
  for (const { row, missing, atWork } of rows) {
    const { standing, newest } = found.get(row.key) ?? { standing: null, newest: row.generation };
    found.set(row.key, { standing: standing ?? (row.evicted ? null : { row, available: !missing || atWork }), newest });
  }
  return found;
}

/** Exactly this generation, whatever became of it. */
export async function resultAt(executor: Executor, lab: string, key: string, generation: number): Promise<ResultRow | null> {
  const [row] = await executor
    .select()
    .from(results)
    .where(and(eq(results.lab, lab), eq(results.key, key), eq(results.generation, generation)));
  return row ?? null;
}

export async function newestGeneration(executor: Executor, lab: string, key: string): Promise<number> {
  const { rows } = await executor.execute<{ generation: number | null }>(
    sql`select max(generation) as generation from results where lab = ${lab} and key = ${key}`,
  );
  return rows[0]?.generation ?? -1;
}

/** A part of it is not there any more: it has to be made again. */
export async function evictResult(executor: Executor, lab: string, key: string, generation: number): Promise<void> {
  await executor
    .update(results)
    .set({ evicted: true })
    .where(and(eq(results.lab, lab), eq(results.key, key), eq(results.generation, generation)));
}

/** Every result that gave this artifact has to be made again. */
export async function evictDigest(executor: Executor, lab: string, digest: string): Promise<void> {
  await executor.execute(sql`
    update results r set evicted = true from result_outputs o
    where o.lab = ${lab} and o.digest = ${digest} and r.lab = o.lab and r.key = o.key and r.generation = o.generation`);
}

export interface NewResult {
  readonly row: typeof results.$inferInsert;
  readonly outputs: readonly {
    readonly port: string;
    readonly digest: string;
    readonly type: string;
    readonly inline: boolean;
  }[];
  readonly inputs: readonly { readonly slot: string; readonly digest: string; readonly file: string | null }[];
}

/** Writes results with their edges of the lineage. Answers the keys of those whose generation was not there already. */
export async function addResults(tx: Executor, news: readonly NewResult[]): Promise<ReadonlySet<string>> {
  if (news.length === 0) return new Set();
  const rows = await tx
    .insert(results)
    .values(news.map(({ row }) => row))
    .onConflictDoNothing()
    .returning({ key: results.key });
  const added = new Set(rows.map(({ key }) => key));
  const edges = news
    .filter(({ row }) => added.has(row.key))
    .map((of) => ({ ...of, place: { lab: of.row.lab, key: of.row.key, generation: of.row.generation ?? 0 } }));
  const outputs = edges.flatMap((of) => of.outputs.map((output) => ({ ...of.place, ...output })));
  const inputs = edges.flatMap((of) => of.inputs.map((input) => ({ ...of.place, ...input })));
  if (outputs.length > 0) await tx.insert(resultOutputs).values(outputs);
  if (inputs.length > 0) await tx.insert(resultInputs).values(inputs);
  return added;
}

/** Sources behind each of these artifacts, by digest; a digest that no result of the lab gave is absent. */
export async function sourcesOfDigests(
  executor: Executor,
  lab: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  if (digests.length === 0) return found;
  const rows = await executor
    .select({ digest: resultOutputs.digest, sources: results.sources })
    .from(resultOutputs)
    .innerJoin(
      results,
      and(
        eq(results.lab, resultOutputs.lab),
        eq(results.key, resultOutputs.key),
        eq(results.generation, resultOutputs.generation),
      ),
    )
    .where(and(eq(resultOutputs.lab, lab), inArray(resultOutputs.digest, [...digests])));
  for (const { digest, sources } of rows) {
    // The same content may come from several places: whoever sees it must be allowed all of them.
    found.set(digest, [...new Set([...(found.get(digest) ?? []), ...sources])]);
  }
  return found;
}

/** Sources behind results, by key. */
export async function sourcesOfKeys(
  executor: Executor,
  lab: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (keys.length === 0) return new Map();
  const rows = await executor
    .select({ key: results.key, sources: results.sources })
    .from(results)
    .where(and(eq(results.lab, lab), inArray(results.key, [...keys])));
  const found = new Map<string, readonly string[]>();
  for (const { key, sources } of rows) found.set(key, [...new Set([...(found.get(key) ?? []), ...sources])]);
  return found;
}

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
      and not exists (select 1 from result_outputs o join results r on r.lab = o.lab and r.key = o.key and r.generation = o.generation
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

/** What cells have on show; a cell that shows nothing is absent. */
export async function shownOf(
  executor: Executor,
  notebook: string,
  cells: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (cells.length === 0) return new Map();
  const rows = await executor
    .select({ cell: cellShown.cell, shown: cellShown.shown })
    .from(cellShown)
    .where(and(eq(cellShown.notebook, notebook), inArray(cellShown.cell, [...cells])));
  return new Map(rows.map(({ cell, shown }) => [cell, shown]));
}

export const putShown = (executor: Executor, ...rows: readonly (typeof cellShown.$inferInsert)[]) =>
  executor
    .insert(cellShown)
    .values([...rows])
    .onConflictDoUpdate({
      target: [cellShown.notebook, cellShown.cell],
      set: { shown: sql`excluded.shown`, at: sql`excluded.at` },
    });

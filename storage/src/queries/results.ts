// Results by key, and what they descend from. What is kept of them: artifacts.ts; what is on show: shown.ts. A result is written once; whoever comes second with
// the same key finds the first, if nothing stands behind that one which does not stand behind the cell that asks.

import { and, asc, desc, eq, sql } from "drizzle-orm";
import { isWithin } from "@genomecraft/cells/base/sources.ts";
import type { Executor } from "../database.ts";
import { resultInputs, resultOutputs, results } from "../schema/results.ts";
import { runSteps } from "../schema/runs.ts";
import { isByServer } from "./artifacts.ts";
import { keyFormat } from "@genomecraft/cells/base/key-format.ts";
import { sourceSet } from "../source-set.ts";
import { among } from "./among.ts";

export type ResultRow = typeof results.$inferSelect;

export interface FoundResult {
  readonly row: ResultRow;
  /** Every output is inline or stored, or still in the hands of the run that made it. */
  readonly available: boolean;
  /** It can be had, and nobody need be believed for it: stored, inline, or in the hands of the server's own kernel. */
  readonly certain: boolean;
}

/** A result, and whether all that it gave can be had. */
const withStanding = {
  row: results,
  // Written out: of a single table the names of columns are made without it, and the inner tables have the same ones.
  missing: sql<boolean>`exists (select 1 from result_outputs o
    where o.lab = results.lab and o.key = results.key and o.source_set = results.source_set and o.generation = results.generation
      and not o.inline and not exists (select 1 from artifacts a
        where a.lab = o.lab and a.digest = o.digest and results.sources @> a.sources))`,
  atWork: sql<boolean>`exists (select 1 from runs r where r.id = results.run and r.state = 'leased')`,
  isInHand: sql<boolean>`exists (select 1 from runs u where u.id = results.run and u.state = 'leased' and ${isByServer})`,
};

export interface ResultAsked {
  readonly key: string;
  /** Behind the cell that asks: a result that was made of anything else is not its. */
  readonly sources: readonly string[];
}

/** The newest generation that was not evicted, or null. */
export async function findResult(executor: Executor, lab: string, asked: ResultAsked): Promise<FoundResult | null> {
  return (await findResults(executor, lab, [asked]))[0] ?? null;
}

/** The same of many in one statement: an answer for each. What can be had goes before what cannot, the same sources before fewer. */
export async function findResults(
  executor: Executor,
  lab: string,
  asked: readonly ResultAsked[],
): Promise<readonly (FoundResult | null)[]> {
  if (asked.length === 0) return [];
  const rows = await executor
    .selectDistinctOn([results.key, results.sourceSet], withStanding)
    .from(results)
    .where(
      and(
        eq(results.lab, lab),
        among(
          results.key,
          asked.map(({ key }) => key),
        ),
        eq(results.evicted, false),
      ),
    )
    .orderBy(results.key, results.sourceSet, desc(results.generation));
  const byKey = new Map<string, FoundResult[]>();
  for (const { row, missing, atWork, isInHand } of rows) {
    const beside = byKey.get(row.key) ?? [];
    byKey.set(row.key, beside);
    beside.push({ row, available: !missing || atWork, certain: !missing || isInHand });
  }
  return asked.map(({ key, sources }) => {
    const own = sourceSet(sources);
    const rank = ({ row, available }: FoundResult): number => (available ? 0 : 2) + (row.sourceSet === own ? 0 : 1);
    const fitting = (byKey.get(key) ?? []).filter(({ row }) => isWithin(row.sources, sources));
    return fitting.sort((a, b) => rank(a) - rank(b))[0] ?? null;
  });
}

/** What the steps of a run that have ended have come to, by step: one statement, however many they are. */
export async function resultsOfSteps(
  executor: Executor,
  run: string,
): Promise<ReadonlyMap<number, { readonly generation: number; readonly row: ResultRow }>> {
  const rows = await executor
    .select({ step: runSteps.step, generation: runSteps.generation, row: results })
    .from(runSteps)
    .innerJoin(
      results,
      and(eq(results.lab, runSteps.lab), eq(results.key, runSteps.key), eq(results.sourceSet, runSteps.sourceSet)),
    )
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

/** Where a result stands, without its generation. */
export const nameOfResult = (of: { readonly key: string; readonly sourceSet: string }): string => `${of.key} ${of.sourceSet}`;

/** What was ever recorded under each of these keys, by nameOfResult; what has no result is absent. */
export async function knownResults(
  executor: Executor,
  lab: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KnownResult>> {
  const rows = await executor
    .select(withStanding)
    .from(results)
    .where(and(eq(results.lab, lab), among(results.key, keys)))
    .orderBy(desc(results.generation));
  const found = new Map<string, KnownResult>();
  for (const { row, missing, atWork, isInHand } of rows) {
    const name = nameOfResult(row);
    const { standing, newest } = found.get(name) ?? { standing: null, newest: row.generation };
    found.set(name, {
      standing: standing ?? (row.evicted ? null : { row, available: !missing || atWork, certain: !missing || isInHand }),
      newest,
    });
  }
  return found;
}

/** One result, whatever became of it. */
export type ResultPlace = Pick<ResultRow, "lab" | "key" | "sourceSet" | "generation">;

const isAt = ({ lab, key, sourceSet: set, generation }: ResultPlace) =>
  and(eq(results.lab, lab), eq(results.key, key), eq(results.sourceSet, set), eq(results.generation, generation));

export async function resultAt(executor: Executor, place: ResultPlace): Promise<ResultRow | null> {
  const [row] = await executor.select().from(results).where(isAt(place));
  return row ?? null;
}

/** Of the results of this key that were made of exactly these sources; -1 where there is none. */
export async function newestGeneration(executor: Executor, lab: string, { key, sources }: ResultAsked): Promise<number> {
  const { rows } = await executor.execute<{ generation: number | null }>(
    sql`select max(generation) as generation from results
      where lab = ${lab} and key = ${key} and source_set = ${sourceSet(sources)}`,
  );
  return rows[0]?.generation ?? -1;
}

/** A part of it is not there any more: it has to be made again. */
export async function evictResult(executor: Executor, place: ResultPlace): Promise<void> {
  await executor.update(results).set({ evicted: true }).where(isAt(place));
}

/** Every result within these data sets that gave this artifact and has it no more is to be made again; null: whatever it was made of. */
export async function evictDigest(
  executor: Executor,
  lab: string,
  { digest, sources }: { readonly digest: string; readonly sources: readonly string[] | null },
): Promise<void> {
  await executor.execute(sql`
    update results r set evicted = true from result_outputs o
    where o.lab = ${lab} and o.digest = ${digest} and not o.inline
      and ${sources === null ? sql`true` : sql`${JSON.stringify(sources)}::jsonb @> r.sources`}
      and not exists (select 1 from artifacts a where a.lab = o.lab and a.digest = o.digest and r.sources @> a.sources)
      and r.lab = o.lab and r.key = o.key and r.source_set = o.source_set and r.generation = o.generation`);
}

export interface NewResult {
  readonly row: Omit<typeof results.$inferInsert, "sourceSet" | "keyFormat"> & { readonly sources: readonly string[] };
  readonly outputs: readonly {
    readonly port: string;
    readonly digest: string;
    readonly type: string;
    readonly inline: boolean;
  }[];
  readonly inputs: readonly { readonly slot: string; readonly digest: string; readonly file: string | null }[];
}

/** Writes results with their edges of the lineage. Answers, by nameOfResult, those whose generation was not there already. */
export async function addResults(tx: Executor, news: readonly NewResult[]): Promise<ReadonlySet<string>> {
  if (news.length === 0) return new Set();
  const placed = news.map((of) => {
    const { lab, key, sources, generation = 0 } = of.row;
    return { ...of, place: { lab, key, sourceSet: sourceSet(sources), generation } };
  });
  const rows = await tx
    .insert(results)
    .values(placed.map(({ row, place }) => ({ ...row, ...place, keyFormat })))
    .onConflictDoNothing()
    .returning({ key: results.key, sourceSet: results.sourceSet });
  const added = new Set(rows.map(nameOfResult));
  const edges = placed.filter(({ place }) => added.has(nameOfResult(place)));
  const outputs = edges.flatMap((of) => of.outputs.map((output) => ({ ...of.place, ...output })));
  const inputs = edges.flatMap((of) => of.inputs.map((input) => ({ ...of.place, ...input })));
  if (outputs.length > 0) await tx.insert(resultOutputs).values(outputs);
  if (inputs.length > 0) await tx.insert(resultInputs).values(inputs);
  return added;
}

/** The newest result of a cell of this notebook that gave this artifact at this port, or null. */
export async function resultOfOutput(
  executor: Executor,
  of: {
    readonly lab: string;
    readonly notebook: string;
    readonly cell: string;
    readonly port: string;
    readonly digest: string;
  },
): Promise<Pick<ResultRow, "outputs" | "sources"> | null> {
  const [row] = await executor
    .select({ outputs: results.outputs, sources: results.sources })
    .from(resultOutputs)
    .innerJoin(results, isOutputOf)
    .where(
      and(
        eq(resultOutputs.lab, of.lab),
        eq(resultOutputs.digest, of.digest),
        eq(resultOutputs.port, of.port),
        eq(results.notebook, of.notebook),
        eq(results.cell, of.cell),
      ),
    )
    .orderBy(desc(results.at))
    .limit(1);
  return row ?? null;
}

const isOutputOf = and(
  eq(results.lab, resultOutputs.lab),
  eq(results.key, resultOutputs.key),
  eq(results.sourceSet, resultOutputs.sourceSet),
  eq(results.generation, resultOutputs.generation),
);

// Which outputs of a run are worth their bytes. A slider that is dragged makes a table at every turn, and the next turn
// supersedes it before anybody looks: such a table is dropped, and made again should anybody go back to it. Everything
// that another may wait for is kept.

import type { ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { Plan } from "@genomecraft/cells/runtime/plan.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { inputsAtWork, outputsOfRun } from "@genomecraft/storage/queries/artifacts.ts";
import { evictResult, resultsOfSteps } from "@genomecraft/storage/queries/results.ts";
import { isAskedElsewhere } from "@genomecraft/storage/queries/run-askers.ts";
import { type RunRow } from "@genomecraft/storage/queries/runs.ts";
import type { Scheduler } from "../scheduler/scheduler.ts";
import type { ServerContext } from "../server-context.ts";

/** What took longer is kept: going back to it must not take that long again. */
const cheapMs = 1_000;

export async function wantedOutputs(
  { db, awaited }: ServerContext,
  scheduler: Scheduler,
  run: RunRow,
  digests: readonly string[],
): Promise<readonly string[]> {
  // Kept for other data is not kept: each of its results is to have the bytes.
  const outputs = await outputsOfRun(db, run, digests);
  const lacking = new Set(outputs.flatMap(({ digest, kept }) => (kept ? [] : [digest])));
  const open = digests.filter((digest) => lacking.has(digest));
  // A verification, a publication, another notebook: they compare and keep what they asked for.
  if (open.length === 0 || (await isAskedElsewhere(db, run))) return open;
  const steps = (run.plan as Plan).steps;
  const made = [...(await resultsOfSteps(db, run.id))].map(([step, { row }]) => {
    const cell = steps[step]?.cell;
    const given = Object.values((row.outputs ?? {}) as { readonly [port: string]: OutputRef }).map(({ digest }) => digest);
    const isCheap = row.ms < cheapMs;
    return { row, given, isPast: isCheap && !!cell && scheduler.isSuperseded(run.notebook, cell, row.key as ResultKey) };
  });
  const past = open.filter((digest) => {
    const of = made.filter(({ given }) => given.some((output) => output === digest));
    return of.length > 0 && of.every(({ isPast }) => isPast) && !awaited.has(run.lab, digest);
  });
  const read = new Set(await inputsAtWork(db, run, past));
  const dropped = new Set(past.filter((digest) => !read.has(digest)));
  for (const { row, given } of made) {
    if (!given.some((output) => dropped.has(output))) continue;
    await evictResult(db, row);
    scheduler.forget(run.notebook, row.key as ResultKey);
  }
  return open.filter((digest) => !dropped.has(digest));
}

// Runs plans by lease: asks for a run (or joins the one at work on the same key), waits for what kernels report, and lets
// go when nobody wants it any more. The notebook runtime drives it; kernels are on the other side of kernel-api.

import { newId, systemRandom, type CellId, type ResultKey } from "@genomecraft/cells/base/ids.ts";
import { joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import type { Executor, PlanHooks } from "@genomecraft/cells/runtime/executor.ts";
import { needsOfPlan } from "@genomecraft/cells/runtime/needs-of-plan.ts";
import type { Plan, PlanStep } from "@genomecraft/cells/runtime/plan.ts";
import { type FileOfPlan, filesOfPlan, filesOfStep } from "@genomecraft/cells/runtime/files-of-plan.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { evictDigest, findResult, newestGeneration } from "@genomecraft/storage/queries/results.ts";
import { type GrantedFile, grantedFiles } from "@genomecraft/storage/queries/rights.ts";
import { askForRun, dropRun } from "@genomecraft/storage/queries/run-askers.ts";
import type { FeedItem } from "../session-news.ts";
import { followRun, listenEarly, sourcesOfStep } from "./follow-run.ts";
import { lackingInputs } from "./lacking-inputs.ts";
import { patiently } from "./patiently.ts";
import { outcomeOf } from "./result-lookup.ts";
import type { RunBus } from "./run-bus.ts";
import { inputsAsked } from "./step-sources.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

export interface LeaseExecutorOptions {
  readonly db: Database;
  readonly bus: RunBus;
  readonly notebook: string;
  readonly lab: string;
  /** One for each that waits; what it asked for before a restart is told by it. */
  readonly asker: string;
  /** Whether what comes out is put on show in the notebook. */
  readonly shows: boolean;
  readonly by: (plan: Plan) => string;
  readonly nameOf: (cell: CellId) => string;
  /** Files that the plans may read; absent: those that the notebook was granted. */
  readonly files?: readonly GrantedFile[];
  /** Above 0: before the other runs of the lab, because somebody looks at the screen until it is there. */
  readonly priority?: number;
  /** Data sets behind a cell as the notebook stands now: who may follow its progress must be allowed these, too. */
  readonly sourcesOf?: (cell: CellId) => Sources;
  /** Progress and log are told from here; absent for runs that nobody watches. */
  readonly feed?: { tellListeners(notebook: string, item: FeedItem): void };
  /** Somebody cancelled the run itself, not through this notebook. */
  readonly onCancelled?: (cell: CellId) => void;
  /** An input is not there any more: what gave it must be made again. */
  readonly onMissing?: () => void;
  /** Wakes kernels that wait on this server. */
  readonly wake: () => void;
}

export interface LeaseExecutor extends Executor {
  /** The run is waited for, or one on its key is being asked for now. */
  wants(run: { readonly id: string; readonly key: string }): boolean;
  /** From now on an abort lets go without cancelling: somebody else will take the runs up. */
  keepRuns(): void;
}

interface Head {
  readonly step: PlanStep;
  readonly index: number;
  readonly key: ResultKey;
}

const headOf = (plan: Plan): Head | null => {
  const index = plan.steps.findIndex((step) => step.key !== null);
  const step = plan.steps[index];
  return step?.key ? { step, index, key: step.key } : null;
};

const addOne = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
const takeOne = (counts: Map<string, number>, name: string): void => {
  const left = (counts.get(name) ?? 0) - 1;
  if (left > 0) counts.set(name, left);
  else counts.delete(name);
};

export function leaseExecutor(options: LeaseExecutorOptions): LeaseExecutor {
  const { db, bus, notebook, lab, asker } = options;
  /** How many cells wait for each run, and how many ask for each key and generation: cells that say the same wait for one. */
  const attached = new Map<string, number>();
  const asking = new Map<string, number>();
  let keeps = false;

  const run = async (plan: Plan, hooks: PlanHooks, signal: AbortSignal): Promise<void> => {
    const head = headOf(plan);
    if (!head || signal.aborted) return;
    const refs = filesOfPlan(plan);
    const granted = await patiently(
      async () =>
        options.files ??
        grantedFiles(
          db,
          notebook,
          refs.map((ref) => ref.digest),
        ),
      signal,
    );
    const isLacking = ({ digest }: FileOfPlan): boolean => !granted.some((file) => file.digest === digest);
    const lacksAt = plan.steps.findIndex((step) => filesOfStep(step).some(isLacking));
    // A later cell of the chain that lacks its file is refused by itself, once those before it are done.
    if (lacksAt > head.index) return run({ ...plan, steps: plan.steps.slice(0, lacksAt) }, hooks, signal);
    const lacking = refs.find(isLacking);
    if (lacking) {
      // Not a result: it follows from the grants of today, and is asked again when they change.
      await hooks.ended(head.index, {
        ok: false,
        key: head.key,
        failure: serverWords.failure("file-not-granted", { name: lacking.name ?? `${lacking.digest.slice(0, 8)}…` }),
        ms: 0,
      });
      return;
    }
    const inputs = inputsAsked({ plan, sources: joinSources(...plan.steps.map(sourcesOfStep)) });
    const missing = await lackingInputs(db, lab, inputs, signal);
    if (missing.length > 0) {
      for (const asked of missing) await evictDigest(db, lab, asked);
      options.onMissing?.();
      return;
    }
    if (signal.aborted) return;

    // ---- ask, or join -------------------------------------------------------------------------------------------------
    const wanted = { key: head.key, sources: sourcesOfStep(head.step) };
    const generation = plan.fresh ? (await newestGeneration(db, lab, wanted)) + 1 : 0;
    const id = newId("run", systemRandom) as string;
    const ear = listenEarly(bus, id);
    const name = `${head.key} ${generation}`;
    addOne(asking, name);
    const asked = await patiently(
      () =>
        db.transaction(async (tx) => {
          const run = {
            id,
            lab,
            notebook,
            cell: head.step.cell,
            cellName: options.nameOf(head.step.cell),
            kind: head.step.kind,
            key: head.key,
            generation,
            plan,
            needs: needsOfPlan(plan),
            files: Object.fromEntries(granted.map(({ digest, blob, size }) => [digest, { blob, size }])),
            headSources: wanted.sources,
            sources: joinSources(...plan.steps.map(sourcesOfStep)),
            priority: options.priority ?? 0,
            by: options.by(plan),
          };
          const answer = await askForRun(tx, run, { asker, shows: options.shows });
          // Between our look and now a run on this key may have ended: what it left stands, and nothing is run.
          const found = answer.isNew && !plan.fresh ? await findResult(tx, lab, wanted) : null;
          if (!found?.available) return { ...answer, hit: null };
          await dropRun(tx, answer.id);
          return { ...answer, hit: outcomeOf(found.row) };
        }),
      signal,
    ).catch((error: unknown) => {
      ear.stop();
      takeOne(asking, name);
      throw error;
    });
    if (!asked.hit) addOne(attached, asked.id);
    takeOne(asking, name);
    if (asked.hit) {
      ear.stop();
      await hooks.ended(head.index, asked.hit);
      return;
    }
    if (asked.isNew) options.wake();
    else ear.turnTo(asked.id);
    try {
      await followRun({
        plan,
        head,
        run: asked.id,
        isNew: asked.isNew,
        ear,
        hooks,
        signal,
        keeps: () => keeps,
        isWanted: () => attached.has(asked.id) || asking.has(name),
        of: options,
      });
    } finally {
      takeOne(attached, asked.id);
    }
  };

  return {
    run,
    wants: ({ id, key }) => attached.has(id) || [...asking.keys()].some((name) => name.startsWith(`${key} `)),
    keepRuns: () => {
      keeps = true;
    },
  };
}

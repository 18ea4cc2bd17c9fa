// The steps of a chain fitted anew on other rows, as within the folds of a validation: what each takes of the data it takes of
// these rows, and nothing of what it took elsewhere is left.

import type { Assay, Table } from "../artifacts/artifact.ts";
import type { MessageKey } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { FittedChain, FittedStepState } from "../contract/fitted-chain.ts";
import type { InnerChain } from "../contract/fitted-step.ts";
import type { ListedStep } from "../contract/listed-step.ts";
import type { StepScope } from "../contract/step.ts";
import type { Step } from "../steps.ts";
import { refuse } from "../steps/parts/step-scope.ts";
import { words } from "../steps/words.ts";
import { rowsOf } from "./places.ts";
import { appliedStep, applyChain, doStep, formOf, keptStep, whyWhole, within } from "./run-step.ts";

/** What a step is called, for a sentence. */
export type Title = { readonly key: MessageKey; readonly params: JsonObject };

export interface Refitted {
  /** As they are learned from: rows that balance the classes are among them, or gone. */
  readonly data: Table | Assay;
  /** With what was taken of these rows. */
  readonly chain: FittedChain;
  /** Around each step that balances the classes. */
  readonly balanced: readonly { readonly before: Table | Assay; readonly after: Table | Assay }[];
  /** Rows that are not learned from and yet answered, by the step that leaves them out. */
  readonly thinned: readonly { readonly title: Title; readonly rows: number }[];
}

interface Going {
  data: Table | Assay;
  readonly kept: FittedStepState[];
  readonly balanced: { readonly before: Table | Assay; readonly after: Table | Assay }[];
  readonly thinned: { readonly title: Title; readonly rows: number }[];
}

/** A step whose rows depend on all others is refused, but one that only thins the training; and one that says which rows these are. */
export async function refitChain(chain: FittedChain, given: Table | Assay, scope: StepScope): Promise<Refitted> {
  const going: Going = { data: given, kept: [], balanced: [], thinned: [] };
  await refitSteps(chain.steps, going, scope);
  const { data, kept, balanced, thinned } = going;
  return { data, chain: { takes: formOf(given), gives: formOf(data), steps: kept }, balanced, thinned };
}

async function refitSteps(steps: readonly FittedStepState[], going: Going, scope: StepScope): Promise<void> {
  for (const [at, before] of steps.entries()) {
    scope.signal.throwIfAborted();
    const { step, listed, title } = keptStep(before, at, scope);
    const told = { inner: at + 1, title };
    const here = within(scope, at, before);
    const inner = await innerOf(listed, step, before);
    if (inner?.asFitted) {
      scope.say(words.sentence("refit-as-fitted", told));
      going.data = await applyChain(inner.chain, going.data, here);
      going.kept.push(...inner.chain.steps);
    } else if (inner) {
      scope.say(words.sentence("refit-inner", told));
      await refitSteps(inner.chain.steps, going, scope);
    } else await refitStep({ step, listed, before, told }, going, here);
  }
}

interface Told {
  readonly step: Step;
  readonly listed: ListedStep;
  readonly before: FittedStepState;
  readonly told: { readonly inner: number; readonly title: Title };
}

async function refitStep({ step, listed, before, told }: Told, going: Going, scope: StepScope): Promise<void> {
  const { data } = going;
  const isBalance = before.freezes === "training" && listed.step.balances === true;
  const thins = listed.step.thinsTraining?.(step) === true;
  // Of rows that are equal across two folds both stay, wherever it is done within them.
  if ((before.freezes === "whole" || before.freezes === "together") && !thins)
    return refuse(scope, words, "refit-whole", { ...told, why: whyWhole(listed, before) });
  if (before.freezes === "training" && !isBalance) return refuse(scope, words, "refit-split", told);
  // What it keeps was not taken of rows (edges that somebody wrote, a table of another cell).
  const stays = before.freezes === "each" && before.fitted !== undefined;
  const done = stays
    ? { data: await appliedStep({ step, listed, kept: before }, data, scope), kept: before }
    : await doStep(step, data, scope);
  going.data = done.data;
  going.kept.push(done.kept);
  if (isBalance) going.balanced.push({ before: data, after: done.data });
  const rows = rowsOf(data) - rowsOf(done.data);
  if (thins && rows > 0) going.thinned.push({ title: told.title, rows });
}

async function innerOf(listed: ListedStep, step: Step, { fitted: kept }: FittedStepState): Promise<InnerChain | null> {
  const { fitted } = await listed.apply();
  if (!fitted?.inner || !kept) return null;
  const state = fitted.state.safeParse(kept.state);
  return state.success ? fitted.inner(step, state.data) : null;
}

export interface LaterRows {
  readonly data: Table | Assay;
  /** Row of the data that were given behind each: others the steps leave out, since no such row is answered. */
  readonly places: Int32Array;
}

/** Rows that were not learned from, behind a chain that was refitted. */
export async function laterRows(chain: FittedChain, given: Table | Assay, scope: StepScope): Promise<LaterRows> {
  let stayed: Int32Array | null = null;
  const data = await applyChain(chain, given, {
    ...scope,
    answers: true,
    stay: (rows) => {
      stayed = Int32Array.from(rows);
    },
  });
  const places = stayed ?? Int32Array.from({ length: rowsOf(given) }, (_, row) => row);
  return { data, places };
}

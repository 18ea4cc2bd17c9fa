// The steps of a chain fitted anew on other rows, as within the folds of a validation: what each takes of the data it takes of
// these rows, and nothing of what it took elsewhere is left.

import type { Assay, Table } from "../artifacts/artifact.ts";
import type { FittedChain, FittedStepState } from "../contract/fitted-chain.ts";
import type { StepScope } from "../contract/step.ts";
import { stepOf, stepSchema } from "../steps.ts";
import { refuse } from "../steps/parts/step-scope.ts";
import { words } from "../steps/words.ts";
import { applyChain, doStep, formOf, within } from "./run-step.ts";

export interface Refitted {
  /** As they are learned from: rows that balance the classes are among them, or gone. */
  readonly data: Table | Assay;
  /** With what was taken of these rows. */
  readonly chain: FittedChain;
}

/**
 * A step whose rows depend on all others, that splits rows, leaves some out or moves them, is refused: each row has to be found
 * again behind the chain.
 */
export async function refitChain(chain: FittedChain, given: Table | Assay, scope: StepScope): Promise<Refitted> {
  let data = given;
  const kept: FittedStepState[] = [];
  for (const [at, before] of chain.steps.entries()) {
    scope.signal.throwIfAborted();
    const parsed = stepSchema.safeParse(before.options);
    const listed = stepOf(before.verb);
    if (!parsed.success || !listed) return refuse(scope, words, "frozen-unknown", { inner: at + 1, verb: before.verb });
    const title = { key: listed.step.words.key("title"), params: {} };
    const told = { inner: at + 1, title };
    // Rows that are equal across two folds stay, wherever it is done within them.
    if (before.freezes === "whole" || before.freezes === "together") return refuse(scope, words, "refit-whole", told);
    const isBalance = before.freezes === "training" && listed.step.balances === true;
    if (before.freezes === "training" && !isBalance) return refuse(scope, words, "refit-split", told);
    const done = await doStep(parsed.data, data, within(scope, at, before));
    if (!isBalance && (rowsOf(done.data) !== rowsOf(data) || listed.step.carries === "order"))
      return refuse(scope, words, "refit-rows", told);
    data = done.data;
    kept.push(done.kept);
  }
  return { data, chain: { takes: formOf(given), gives: formOf(data), steps: kept } };
}

/** Rows that were not learned from, behind a chain that was refitted: as many, each in its place. */
export async function laterRows(chain: FittedChain, given: Table | Assay, scope: StepScope): Promise<Table | Assay> {
  const made = await applyChain(chain, given, scope);
  return rowsOf(made) === rowsOf(given) ? made : refuse(scope, words, "later-rows", { n: rowsOf(given) - rowsOf(made) });
}

/** Rows of a table, samples of a matrix. */
export const rowsOf = (data: Table | Assay): number => (data.type === "table" ? data.rowCount : data.sampleCount);

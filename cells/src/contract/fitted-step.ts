// The work of a step that takes something of its data before it changes them: means, lists of features, categories. What it
// took is its state, plain JSON, kept beside the answer and applied to rows that come later; it is never taken of those anew.
// apply.ts of such a step exports `fitted`, made by `defineFitted` (steps/parts/fitted.ts), and the `apply` that follows from it.

import type { z } from "zod";
import type { JsonObject } from "../base/json.ts";
import type { FittedChain, Keeps } from "./fitted-chain.ts";
import type { DataOf, Effect, OptionsOf, StepCard, StepData, StepScope } from "./step.ts";

/** Methods, so that the work of any one step is work of some step. */
export interface FitAndApply<Options, Data, State, Answer> {
  /** What is kept of the rows that it is fitted on: those of the training where a column says which these are. */
  fit(step: Options, data: Data, scope: StepScope): State | Promise<State>;
  /** The data with what was kept; of one row it makes what it makes of it among others. */
  apply(step: Options, data: Data, state: State, scope: StepScope): Answer | Promise<Answer>;
  /**
   * Of a step that crossFits: the data, in which what it was fitted on (`part`, at the places `at`) is as it may be learned from.
   * Absent: as apply makes it.
   */
  learned?(step: Options, data: Data, state: State, part: LearnedPart<Data>, scope: StepScope): Answer | Promise<Answer>;
}

export interface LearnedPart<Data> {
  readonly data: Data;
  /** Row, or sample, of all data behind each of it. */
  readonly at: ArrayLike<number>;
}

export interface InnerChain {
  readonly chain: FittedChain;
  readonly asFitted: boolean;
}

export interface FittedStep<Card extends StepCard = StepCard, State extends JsonObject = JsonObject> {
  keeps(step: OptionsOf<Card>): Keeps;
  /**
   * Of a step that does the chain of its state: that chain, and whether it is done as it was fitted also within folds, where else
   * its steps are fitted anew. Absent: it does none.
   */
  inner?(step: OptionsOf<Card>, state: State): InnerChain;
  /** Of a state that comes from outside, or of an older release. */
  readonly state: z.ZodType<State>;
  readonly on: {
    readonly [T in keyof Card["takes"]]: FitAndApply<OptionsOf<Card>, DataOf<T & StepData>, State, GivenBy<Card["takes"][T]>>;
  };
}
type GivenBy<E> = E extends Effect ? DataOf<E["gives"]> : never;

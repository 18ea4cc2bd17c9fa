// Makes the work of a step that is carried over with what it took of its data: the state is taken of the rows of the training,
// and then applied to all.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { allRows, type TrainingPart } from "../../artifacts/parts-of-rows.ts";
import type { JsonObject } from "../../base/json.ts";
import type { FitAndApply, FittedStep } from "../../contract/fitted-step.ts";
import type { Apply, OptionsOf, StepCard, StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";
import { needTraining } from "./need-training.ts";
import { refuse } from "./step-scope.ts";

export interface Fitted<State> {
  readonly data: Table | Assay;
  readonly state: State;
  /** Of what the state was taken. */
  readonly part: TrainingPart<Table | Assay>;
}

/** `learns` false: by its options the step takes nothing of the data, and any rows do. */
export async function fitThenApply<Options, State>(
  work: FitAndApply<Options, Table | Assay, State, Table | Assay>,
  { step, data, learns }: { readonly step: Options; readonly data: Table | Assay; readonly learns: boolean },
  scope: StepScope,
): Promise<Fitted<State>> {
  const part = learns ? needTraining(data, scope) : allRows(data);
  const state = await work.fit(step, part.data, scope);
  if (!isFinite(state)) return refuse(scope, words, "too-extreme", {}, ["columns"]);
  const made = work.learned ? await work.learned(step, data, state, part, scope) : await work.apply(step, data, state, scope);
  return { data: made, state, part };
}

/** Of numbers near the ends of what a double holds, squares and differences are none any more: such a state is none. */
function isFinite(state: unknown): boolean {
  if (typeof state === "number") return Number.isFinite(state);
  return typeof state !== "object" || state === null || Object.values(state).every(isFinite);
}

type Work<Options> = (step: Options, data: Table | Assay, scope: StepScope) => Promise<Table | Assay>;

/** What apply.ts of such a step exports. */
export interface FittedModule<Card extends StepCard, State extends JsonObject> {
  readonly fitted: FittedStep<Card, State>;
  readonly apply: Apply<Card>;
}

/** `of<typeof theCard>()({keeps, state, on})`: in two calls, so that the state's type is that of its schema. */
export const fittedOf =
  <Card extends StepCard>() =>
  <State extends JsonObject>(fitted: FittedStep<Card, State>): FittedModule<Card, State> => {
    const works: { readonly [data: string]: FitAndApply<OptionsOf<Card>, Table | Assay, State, Table | Assay> } = fitted.on;
    const apply: { readonly [data: string]: Work<OptionsOf<Card>> } = Object.fromEntries(
      Object.entries(works).map(([type, work]): [string, Work<OptionsOf<Card>>] => [
        type,
        async (step, data, scope) => (await fitThenApply(work, { step, data, learns: true }, scope)).data,
      ]),
    );
    // One for each type of data that the card takes, which `on` has.
    return { fitted, apply: apply as Apply as Apply<Card> };
  };

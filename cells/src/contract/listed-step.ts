// A line of the list of steps (steps.ts): the card, and where its work and its form are loaded from.

import type { FittedStep } from "./fitted-step.ts";
import type { Apply, OptionsOf, StepCard } from "./step.ts";
import type { StepForm } from "./step-view.ts";

export interface ListedStep<Card extends StepCard = StepCard> {
  readonly step: Card;
  /** `fitted`: of a step that is carried over with what it took of its data. */
  apply(): Promise<{ readonly apply: Apply<Card>; readonly fitted?: FittedStep<Card> }>;
  Form(): Promise<{ readonly Form: StepForm<OptionsOf<Card>> }>;
}

// Which columns a step can name: those of the input, changed by the steps before it. A guess for the form's lists, made
// without running anything; execute says what is really there.

import type { KnownData } from "../../contract/step-view.ts";
import { type Step, stepOf } from "../../steps.ts";

export function knownBefore(input: KnownData, steps: readonly Step[], index: number): KnownData {
  let known = input;
  for (const step of steps.slice(0, index)) {
    const card = stepOf(step.verb)?.step;
    if (step.off || !card) continue;
    const what = card.takes[known.what]?.gives ?? known.what;
    known = {
      what,
      otherSamples:
        known.otherSamples || card.describesSamples === true || (card.takes[known.what]?.columns ?? "same") !== "same",
      columns: card.columnsAfter?.(step, known.columns) ?? known.columns,
      // What describes the features of a matrix that is made of a table is seen once it is there.
      features: known.what === what ? (card.featureColumnsAfter?.(step, known.features) ?? known.features) : [],
    };
  }
  return known;
}

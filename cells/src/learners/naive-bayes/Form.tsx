// The settings of Gaussian naive Bayes.

import type { LearnerFormProps } from "../../contract/learner-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { NaiveBayesOptions } from "./learner.ts";
import { words } from "./words.ts";

export function Form({ options, set, readOnly, locale }: LearnerFormProps<NaiveBayesOptions>) {
  return (
    <>
      <NumberField
        label={words.say("smoothing", {}, locale)}
        value={options.smoothing}
        min={0}
        max={1}
        readOnly={readOnly}
        onChange={(smoothing) => smoothing !== null && set({ ...options, smoothing })}
      />
      <TickField
        label={words.say("equal", {}, locale)}
        value={options.equalPriors}
        readOnly={readOnly}
        onChange={(equalPriors) => set({ ...options, equalPriors })}
      />
    </>
  );
}

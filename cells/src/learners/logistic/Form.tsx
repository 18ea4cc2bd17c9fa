// The settings of logistic regression.

import type { LearnerFormProps } from "../../contract/learner-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { LogisticOptions } from "./learner.ts";
import { words } from "./words.ts";

export function Form({ options, set, readOnly, locale }: LearnerFormProps<LogisticOptions>) {
  return (
    <>
      <NumberField
        label="C"
        value={options.c}
        min={1e-9}
        max={1e6}
        readOnly={readOnly}
        onChange={(c) => c !== null && set({ ...options, c })}
      />
      <TickField
        label={words.say("standardise", {}, locale)}
        value={options.standardise}
        readOnly={readOnly}
        onChange={(standardise) => set({ ...options, standardise })}
      />
    </>
  );
}

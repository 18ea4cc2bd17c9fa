// The form of the step log-normalise.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { logNormalise } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof logNormalise>> = ({ step, host, write }) => (
  <FieldRow>
    <NumberOrParameter
      label={words.say("factor", {}, host.locale)}
      value={step.factor}
      min={1}
      fallback={10_000}
      editor={host}
      onChange={(value) => write("factor", value)}
    />
  </FieldRow>
);

// The form of the step highly-variable.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { highlyVariable } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof highlyVariable>> = ({ step, host, write }) => (
  <FieldRow>
    <NumberOrParameter
      label={words.say("how-many", {}, host.locale)}
      value={step.count}
      min={1}
      fallback={2000}
      editor={host}
      onChange={(value) => write("count", value)}
    />
  </FieldRow>
);

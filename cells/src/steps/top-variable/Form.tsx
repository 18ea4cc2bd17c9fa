// The form of the step top-variable.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { topVariable } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof topVariable>> = ({ step, host, write }) => {
  const { locale } = host;
  return (
    <FieldRow>
      <NumberOrParameter
        label={words.say("how-many", {}, locale)}
        value={step.count}
        min={1}
        whole
        fallback={500}
        editor={host}
        onChange={(value) => write("count", value)}
      />
    </FieldRow>
  );
};

// The form of the step to-table.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { toTable } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof toTable>> = ({ step, host, write }) => {
  const { locale } = host;
  return (
    <FieldRow>
      <SelectField
        label={words.say("row-is", {}, locale)}
        value={step.shape}
        readOnly={host.readOnly}
        options={(["samples", "wide", "long"] as const).map((value) => ({
          value,
          label: words.say(`shape-${value}`, {}, locale),
        }))}
        onChange={(value) => write("shape", value)}
      />
    </FieldRow>
  );
};

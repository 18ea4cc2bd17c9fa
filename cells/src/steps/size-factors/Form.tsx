// The form of the step size-factors.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { factorRules, type sizeFactors } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof sizeFactors>> = ({ step, host, write }) => (
  <FieldRow>
    <SelectField
      label={words.say("by", {}, host.locale)}
      value={step.by}
      readOnly={host.readOnly}
      options={factorRules.map((value) => ({ value, label: words.say(`by-${value}`, {}, host.locale) }))}
      onChange={(value) => write("by", value)}
    />
  </FieldRow>
);

// The form of the step scale.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { scalings, type scale } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof scale>> = ({ step, known, host, write }) => (
  <FieldRow>
    <ColumnsField needed value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
    <SelectField
      label={words.say("to", {}, host.locale)}
      value={step.by}
      readOnly={host.readOnly}
      options={scalings.map((value) => ({ value, label: words.say(`by-${value}`, {}, host.locale) }))}
      onChange={(value) => write("by", value)}
    />
  </FieldRow>
);

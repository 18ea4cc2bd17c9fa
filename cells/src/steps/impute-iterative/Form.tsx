// The form of the step impute-iterative.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import type { imputeIterative } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof imputeIterative>> = ({ step, known, host, write }) => (
  <FieldRow>
    <ColumnsField needed value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
    <NumberField
      label={words.say("rounds", {}, host.locale)}
      value={step.rounds}
      min={1}
      max={100}
      whole
      readOnly={host.readOnly}
      onChange={(n) => n !== null && write("rounds", n)}
    />
  </FieldRow>
);

// The form of the step impute-neighbours.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { type imputeNeighbours, weightings } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof imputeNeighbours>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  return (
    <FieldRow>
      <ColumnsField needed value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
      <NumberField
        label={words.say("neighbours", {}, locale)}
        value={step.neighbours}
        min={1}
        max={1000}
        whole
        readOnly={readOnly}
        onChange={(n) => n !== null && write("neighbours", n)}
      />
      <SelectField
        label={words.say("weights", {}, locale)}
        value={step.weights}
        readOnly={readOnly}
        options={weightings.map((value) => ({ value, label: words.say(`weights-${value}`, {}, locale) }))}
        onChange={(value) => write("weights", value)}
      />
    </FieldRow>
  );
};

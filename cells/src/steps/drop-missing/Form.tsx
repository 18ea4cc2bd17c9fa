// The form of the step drop-missing.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { type dropMissing, dropped } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof dropMissing>> = ({ step, known, host, write }) => {
  const { locale } = host;
  return (
    <FieldRow>
      <SelectField
        label={words.say("drop", {}, locale)}
        value={step.drop}
        readOnly={host.readOnly}
        options={dropped.map((value) => ({ value, label: words.say(`drop-${value}`, {}, locale) }))}
        onChange={(drop) => write("drop", drop)}
      />
      <NumberField
        label={words.say("above", {}, locale)}
        value={step.above}
        min={0}
        max={1}
        step={0.05}
        readOnly={host.readOnly}
        onChange={(above) => above !== null && write("above", above)}
      />
      <ColumnsField
        label={words.say("missing-in", {}, locale)}
        value={step.columns}
        columns={known.columns}
        host={host}
        write={(next) => write("columns", next)}
      />
    </FieldRow>
  );
};

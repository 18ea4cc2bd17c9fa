// The form of the step clean-text.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { cases, type cleanText, forms } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof cleanText>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  return (
    <FieldRow>
      <ColumnsField needed value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
      {(["trim", "spaces", "empty"] as const).map((field) => (
        <TickField
          key={field}
          label={words.say(field, {}, locale)}
          value={step[field]}
          readOnly={readOnly}
          onChange={(next) => write(field, next)}
        />
      ))}
      <SelectField
        label={words.say("case", {}, locale)}
        value={step.case}
        readOnly={readOnly}
        options={cases.map((value) => ({ value, label: words.say(`case-${value}`, {}, locale) }))}
        onChange={(value) => write("case", value)}
      />
      <SelectField
        label={words.say("form", {}, locale)}
        value={step.form}
        readOnly={readOnly}
        options={forms.map((value) => ({ value, label: words.say(`form-${value}`, {}, locale) }))}
        onChange={(value) => write("form", value)}
      />
    </FieldRow>
  );
};

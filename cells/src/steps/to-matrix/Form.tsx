// The form of the step to-matrix.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { scales, sides, type toMatrix } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof toMatrix>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  return (
    <FieldRow>
      <SelectField
        label={words.say("ids", {}, locale)}
        value={step.ids}
        empty={words.say("ids-guess", {}, locale)}
        readOnly={readOnly}
        columns={known.columns}
        onChange={(ids) => write("ids", ids)}
      />
      <SelectField
        label={words.say("row-is", {}, locale)}
        value={step.rows}
        readOnly={readOnly}
        options={sides.map((value) => ({ value, label: words.say(`row-${value}`, {}, locale) }))}
        onChange={(rows) => write("rows", rows)}
      />
      <ColumnsField
        label={words.say("values", {}, locale)}
        value={step.values}
        columns={known.columns.filter((name) => name !== step.ids)}
        host={host}
        write={(values) => write("values", values)}
      />
      <SelectField
        label={words.say("scale", {}, locale)}
        value={step.scale}
        readOnly={readOnly}
        options={scales.map((value) => ({ value, label: words.say(`scale-${value}`, {}, locale) }))}
        onChange={(scale) => write("scale", scale)}
      />
    </FieldRow>
  );
};

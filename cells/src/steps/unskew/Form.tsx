// The form of the step unskew.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { shapes, takesPower, type unskew } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof unskew>> = ({ step, known, host, write }) => (
  <FieldRow>
    {known.what === "assay" && step.columns.length === 0 ? null : (
      <ColumnsField
        needed={known.what !== "assay"}
        value={step.columns}
        columns={known.columns}
        host={host}
        write={(next) => write("columns", next)}
      />
    )}
    <SelectField
      label={words.say("by", {}, host.locale)}
      value={step.by}
      readOnly={host.readOnly}
      options={shapes
        .filter((by) => known.what === "table" || by === step.by || !takesPower(by))
        .map((value) => ({ value, label: words.say(`by-${value}`, {}, host.locale) }))}
      onChange={(value) => write("by", value)}
    />
  </FieldRow>
);

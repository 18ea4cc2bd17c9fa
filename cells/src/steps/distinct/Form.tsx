// The form of the step distinct.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import type { distinct } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof distinct>> = ({ step, known, host, write }) => {
  const { locale } = host;
  return (
    <FieldRow>
      <ColumnsField
        label={words.say("one-row-for-each", {}, locale)}
        value={step.columns}
        columns={known.columns}
        host={host}
        write={(next) => write("columns", next)}
      />
    </FieldRow>
  );
};

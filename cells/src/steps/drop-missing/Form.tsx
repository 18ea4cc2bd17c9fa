// The form of the step drop-missing.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import type { dropMissing } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof dropMissing>> = ({ step, known, host, write }) => {
  const { locale } = host;
  return (
    <FieldRow>
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

// The form of the step select.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { KeepDropField } from "../parts/KeepDropField.tsx";
import type { select } from "./step.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof select>> = ({ step, known, host, write }) => (
  <FieldRow>
    <KeepDropField
      label={translator(formsWords, host.locale)("columns")}
      value={step.action}
      host={host}
      write={(action) => write("action", action)}
    />
    <ColumnsField
      label={translator(formsWords, host.locale)("these")}
      value={step.columns}
      columns={known.columns}
      host={host}
      write={(next) => write("columns", next)}
    />
  </FieldRow>
);

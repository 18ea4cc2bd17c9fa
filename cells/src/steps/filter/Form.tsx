// The form of the step filter.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { KeepDropField } from "../parts/KeepDropField.tsx";
import { WhereForm } from "../parts/conditions/WhereForm.tsx";
import type { filter } from "./step.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof filter>> = ({ step, known, host, write }) => (
  <FieldRow>
    <KeepDropField
      label={translator(formsWords, host.locale)(known.what === "assay" ? "do-samples" : "do")}
      value={step.action}
      host={host}
      write={(action) => write("action", action)}
    />
    <WhereForm where={step.where} columns={known.columns} host={host} write={(where) => write("where", where)} />
  </FieldRow>
);

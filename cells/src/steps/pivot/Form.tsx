// The form of the step pivot.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { ColumnField } from "../parts/ColumnField.tsx";
import { aggregates } from "../parts/fields.ts";
import type { pivot } from "./step.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof pivot>> = ({ step, known, host, write }) => {
  const t = translator(formsWords, host.locale);
  const { locale } = host;
  return (
    <FieldRow>
      <ColumnField
        label={words.say("columns-from", {}, locale)}
        value={step.names}
        columns={known.columns}
        host={host}
        write={(next) => write("names", next)}
      />
      <ColumnField
        label={words.say("filled-with", {}, locale)}
        value={step.values}
        columns={known.columns}
        host={host}
        write={(next) => write("values", next)}
      />
      <SelectField
        label={words.say("where-several", {}, locale)}
        value={step.take}
        readOnly={host.readOnly}
        options={(["first", ...aggregates] as const).map((value) => ({ value, label: t(`take-${value}`) }))}
        onChange={(value) => write("take", value)}
      />
    </FieldRow>
  );
};

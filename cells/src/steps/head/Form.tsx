// The form of the step head.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { head } from "./step.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof head>> = ({ step, host, write }) => {
  const t = translator(formsWords, host.locale);
  return (
    <FieldRow>
      <NumberOrParameter
        label={t("rows")}
        value={step.rows}
        min={1}
        whole
        fallback={100}
        editor={host}
        onChange={(value) => write("rows", value)}
      />
    </FieldRow>
  );
};

// The form of the step log-cpm.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { type logCpm, priorOf } from "./step.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof logCpm>> = ({ step, host, write }) => {
  const t = translator(formsWords, host.locale);
  return (
    <FieldRow>
      <NumberOrParameter
        label={t("prior")}
        value={step.prior}
        min={0}
        fallback={1}
        editor={host}
        onChange={(value) => write("prior", value)}
      />
      <SegmentedField
        label={words.say("of", {}, host.locale)}
        value={step.of}
        readOnly={host.readOnly}
        options={priorOf.map((value) => ({ value, label: words.say(`of-${value}`, {}, host.locale) }))}
        onChange={(of) => write("of", of)}
      />
    </FieldRow>
  );
};

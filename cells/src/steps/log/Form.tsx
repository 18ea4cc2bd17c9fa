// The form of the step log.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { log } from "./step.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof log>> = ({ step, host, write }) => {
  const t = translator(formsWords, host.locale);
  const { locale } = host;
  return (
    <FieldRow>
      <SelectField
        label={words.say("base", {}, locale)}
        value={String(step.base)}
        readOnly={host.readOnly}
        options={["2", "10", "e"].map((value) => ({ value, label: value }))}
        onChange={(value) => write("base", value === "e" ? "e" : Number(value))}
      />
      <NumberOrParameter
        label={t("prior")}
        value={step.prior}
        fallback={1}
        editor={host}
        onChange={(value) => write("prior", value)}
      />
      <NumberField
        label={words.say("floor", {}, locale)}
        value={step.floor}
        readOnly={host.readOnly}
        onChange={(value) => write("floor", value)}
      />
    </FieldRow>
  );
};

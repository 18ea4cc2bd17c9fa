// The form of the step collapse-probes.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { type collapseProbes, collapseRules } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof collapseProbes>> = ({ step, host, write }) => {
  const t = translator(words, host.locale);
  return (
    <FieldRow>
      <TextFieldRow
        label={t("by")}
        value={step.by}
        placeholder="symbol"
        width={140}
        needed={step.by === ""}
        readOnly={host.readOnly}
        onChange={(next) => write("by", next.trim())}
      />
      <SelectField
        label={t("how")}
        value={step.how}
        readOnly={host.readOnly}
        options={collapseRules.map((value) => ({ value, label: t(`how-${value}`) }))}
        onChange={(next) => write("how", next)}
      />
    </FieldRow>
  );
};

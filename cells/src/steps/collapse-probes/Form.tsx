// The form of the step collapse-probes.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { FeatureColumnField } from "../parts/FeatureColumnField.tsx";
import { type collapseProbes, collapseRules } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof collapseProbes>> = ({ step, known, host, write }) => {
  const t = translator(words, host.locale);
  return (
    <FieldRow>
      <FeatureColumnField
        label={t("by")}
        value={step.by}
        known={known}
        host={host}
        usual="symbol"
        write={(next) => write("by", next)}
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

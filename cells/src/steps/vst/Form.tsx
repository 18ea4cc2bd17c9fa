// The form of the step vst.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { vst } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof vst>> = ({ step, host, write }) => {
  const t = translator(words, host.locale);
  return (
    <FieldRow>
      <SelectField
        label={t("of")}
        value={step.of}
        readOnly={host.readOnly}
        options={(["subset", "all"] as const).map((value) => ({ value, label: t(`of-${value}`) }))}
        onChange={(value) => write("of", value)}
      />
      <SelectField
        label={t("trend")}
        value={step.trend}
        readOnly={host.readOnly}
        options={(["parametric", "mean"] as const).map((value) => ({ value, label: t(`trend-${value}`) }))}
        onChange={(value) => write("trend", value)}
      />
    </FieldRow>
  );
};

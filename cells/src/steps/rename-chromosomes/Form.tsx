// The form of the step rename-chromosomes.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { renameChromosomes } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof renameChromosomes>> = ({ step, host, write }) => {
  const t = translator(words, host.locale);
  return (
    <FieldRow>
      <SelectField
        label={t("to")}
        value={step.to}
        readOnly={host.readOnly}
        options={(["chr", "plain"] as const).map((value) => ({ value, label: t(`to-${value}`) }))}
        onChange={(value) => write("to", value)}
      />
    </FieldRow>
  );
};

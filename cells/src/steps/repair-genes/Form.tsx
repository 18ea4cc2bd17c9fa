// The form of the step repair-genes.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { repairGenes } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof repairGenes>> = ({ step, known, host, write }) => {
  const t = translator(words, host.locale);
  return (
    <FieldRow>
      {known.what === "assay" ? null : (
        <SelectField
          label={t("column")}
          value={step.column}
          readOnly={host.readOnly}
          columns={known.columns}
          empty={t("every")}
          onChange={(column) => write("column", column)}
        />
      )}
      <SelectField
        label={t("to")}
        value={step.to}
        readOnly={host.readOnly}
        options={(["today", "then"] as const).map((value) => ({ value, label: t(`to-${value}`) }))}
        onChange={(value) => write("to", value)}
      />
      <TickField
        label={t("aliases")}
        value={step.aliases}
        readOnly={host.readOnly}
        onChange={(aliases) => write("aliases", aliases)}
      />
    </FieldRow>
  );
};

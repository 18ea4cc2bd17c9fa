// The form of the step pseudobulk.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { bulkRules, type pseudobulk } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof pseudobulk>> = ({ step, known, host, write }) => {
  const t = translator(words, host.locale);
  return (
    <FieldRow>
      <ColumnsField needed value={step.by} columns={known.columns} host={host} write={(by) => write("by", [...by])} />
      <SelectField
        label={t("how")}
        value={step.how}
        readOnly={host.readOnly}
        options={bulkRules.map((value) => ({ value, label: t(`how-${value}`) }))}
        onChange={(next) => write("how", next)}
      />
      <NumberField
        label={t("least")}
        value={step.least}
        min={1}
        whole
        width={80}
        readOnly={host.readOnly}
        onChange={(next) => write("least", next ?? 1)}
      />
    </FieldRow>
  );
};

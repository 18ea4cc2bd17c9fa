// The form of the step overlap.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { type overlap, overlapTypes, strandRules } from "./step.ts";
import { words as sideWords } from "../parts/place-sides/words.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof overlap>> = ({ step, host, write }) => {
  const t = translator(words, host.locale);
  const of = translator(sideWords, host.locale);
  const { readOnly } = host;
  return (
    <FieldRow>
      <CellField
        label={translator(formsWords, host.locale)("with")}
        value={step.with}
        accepts={["table"]}
        editor={host}
        onChange={(ref) => write("with", ref)}
      />
      <SelectField
        label={t("how")}
        value={step.how}
        readOnly={readOnly}
        options={overlapTypes.map((value) => ({ value, label: t(`how-${value}`) }))}
        onChange={(value) => write("how", value)}
      />
      <NumberField
        label={t("least")}
        value={step.least}
        min={1}
        whole
        width={80}
        readOnly={readOnly}
        onChange={(value) => write("least", value)}
      />
      <SelectField
        label={of("strand")}
        value={step.strand}
        readOnly={readOnly}
        options={strandRules.map((value) => ({ value, label: of(`strand-${value}`) }))}
        onChange={(value) => write("strand", value)}
      />
      <SelectField
        label={of("chromosomes")}
        value={step.chromosomes}
        readOnly={readOnly}
        options={(["exact", "alike"] as const).map((value) => ({ value, label: of(`chromosomes-${value}`) }))}
        onChange={(value) => write("chromosomes", value)}
      />
      {step.how === "count" ? (
        <TextFieldRow
          label={t("column")}
          value={step.column}
          width={120}
          readOnly={readOnly}
          onChange={(value) => write("column", value === "" ? "overlaps" : value)}
        />
      ) : null}
    </FieldRow>
  );
};

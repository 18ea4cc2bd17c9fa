// The form of the step nearest.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { words as sideWords } from "../parts/place-sides/words.ts";
import { type nearest, sideRules, signRules, takeRules, tieRules } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof nearest>> = ({ step, host, write }) => {
  const t = translator(words, host.locale);
  const of = translator(sideWords, host.locale);
  const { readOnly } = host;
  const isNearest = step.take === "nearest";
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
        label={t("take")}
        value={step.take}
        readOnly={readOnly}
        options={takeRules.map((value) => ({ value, label: t(`take-${value}`) }))}
        onChange={(value) => write("take", value)}
      />
      {isNearest ? (
        <>
          <NumberField
            label={t("within")}
            value={step.within}
            min={0}
            whole
            optional
            placeholder={t("within-any")}
            width={100}
            readOnly={readOnly}
            onChange={(value) => write("within", value)}
          />
          <SelectField
            label={t("ties")}
            value={step.ties}
            readOnly={readOnly}
            options={tieRules.map((value) => ({ value, label: t(`ties-${value}`) }))}
            onChange={(value) => write("ties", value)}
          />
          <SelectField
            label={t("overlapping")}
            value={step.overlapping}
            readOnly={readOnly}
            options={(["count", "ignore"] as const).map((value) => ({ value, label: t(`overlapping-${value}`) }))}
            onChange={(value) => write("overlapping", value)}
          />
        </>
      ) : (
        (["upstream", "downstream"] as const).map((field) => (
          <NumberField
            key={field}
            label={t(field)}
            value={step[field]}
            min={0}
            whole
            width={90}
            readOnly={readOnly}
            onChange={(value) => write(field, value ?? 0)}
          />
        ))
      )}
      <SelectField
        label={t("sign")}
        value={step.sign}
        readOnly={readOnly}
        options={signRules.map((value) => ({ value, label: t(`sign-${value}`) }))}
        onChange={(value) => write("sign", value)}
      />
      {isNearest ? (
        <SelectField
          label={t("side")}
          value={step.side}
          readOnly={readOnly}
          options={sideRules.map((value) => ({ value, label: t(`side-${value}`) }))}
          onChange={(value) => write("side", value)}
        />
      ) : null}
      <SelectField
        label={of("strand")}
        value={step.strand}
        readOnly={readOnly}
        options={(["any", "same", "opposite"] as const).map((value) => ({ value, label: of(`strand-${value}`) }))}
        onChange={(value) => write("strand", value)}
      />
      <SelectField
        label={of("chromosomes")}
        value={step.chromosomes}
        readOnly={readOnly}
        options={(["exact", "alike"] as const).map((value) => ({ value, label: of(`chromosomes-${value}`) }))}
        onChange={(value) => write("chromosomes", value)}
      />
      <TextFieldRow
        label={t("column")}
        value={step.column}
        width={110}
        readOnly={readOnly}
        onChange={(value) => write("column", value === "" ? "distance" : value)}
      />
    </FieldRow>
  );
};

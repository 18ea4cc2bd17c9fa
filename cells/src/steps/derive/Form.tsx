// The form of the step derive.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { FormulaField } from "../parts/FormulaField.tsx";
import type { derive } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof derive>> = ({ step, known, host, write }) => {
  const { locale } = host;
  return (
    <>
      <FieldRow>
        <TextFieldRow
          label={words.say("new-column", {}, locale)}
          value={step.name}
          needed={step.name === ""}
          readOnly={host.readOnly}
          onChange={(value) => write("name", value)}
        />
        <FormulaField
          label="="
          value={step.formula}
          columns={known.columns}
          needed={step.formula === ""}
          placeholder="log2(counts + 1)"
          readOnly={host.readOnly}
          onChange={(value) => write("formula", value)}
        />
      </FieldRow>
      <Caption>{words.say("of-missing", {}, locale)}</Caption>
    </>
  );
};

// The form of the step derive.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import type { derive } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof derive>> = ({ step, host, write }) => {
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
        <TextFieldRow
          label="="
          value={step.formula}
          needed={step.formula === ""}
          width={280}
          placeholder="log2(counts + 1)"
          readOnly={host.readOnly}
          onChange={(value) => write("formula", value)}
        />
      </FieldRow>
      <Caption>{words.say("of-missing", {}, locale)}</Caption>
    </>
  );
};

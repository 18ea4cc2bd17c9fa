// The form of the step use-layer.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import type { useLayer } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof useLayer>> = ({ step, host, write }) => (
  <FieldRow>
    <TextFieldRow
      label={words.say("layer", {}, host.locale)}
      value={step.layer}
      width={160}
      needed={step.layer === ""}
      readOnly={host.readOnly}
      onChange={(value) => write("layer", value)}
    />
  </FieldRow>
);

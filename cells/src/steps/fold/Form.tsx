// The form of the step fold.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import type { fold } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof fold>> = ({ step, known, host, write }) => {
  const { locale } = host;
  return (
    <FieldRow>
      <ColumnsField needed value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
      <TextFieldRow
        label={words.say("names-into", {}, locale)}
        value={step.name}
        width={112}
        readOnly={host.readOnly}
        onChange={(value) => value !== "" && write("name", value)}
      />
      <TextFieldRow
        label={words.say("values-into", {}, locale)}
        value={step.value}
        width={112}
        readOnly={host.readOnly}
        onChange={(value) => value !== "" && write("value", value)}
      />
    </FieldRow>
  );
};

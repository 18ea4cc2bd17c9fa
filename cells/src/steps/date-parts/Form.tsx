// The form of the step date-parts.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldGroup, FieldRow } from "../../ui/FieldRow.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { cycles, type dateParts, parts } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof dateParts>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  const set = (part: (typeof step.parts)[number], isIn: boolean): void => {
    const next = [...parts, ...cycles].filter((each) => (each === part ? isIn : step.parts.includes(each)));
    if (next.length > 0) write("parts", next);
  };
  return (
    <>
      <FieldRow>
        <ColumnsField needed value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
        <TickField
          label={words.say("keep", {}, locale)}
          value={step.keep}
          readOnly={readOnly}
          onChange={(keep) => write("keep", keep)}
        />
      </FieldRow>
      <FieldGroup label={words.say("parts", {}, locale)}>
        <FieldRow>
          {[...parts, ...cycles].map((part) => (
            <TickField
              key={part}
              label={words.say(part, {}, locale)}
              value={step.parts.includes(part)}
              readOnly={readOnly}
              onChange={(isIn) => set(part, isIn)}
            />
          ))}
        </FieldRow>
      </FieldGroup>
    </>
  );
};

// The form of the step prune-ld.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { pruneLd } from "./step.ts";
import { words } from "./words.ts";

const fields = [
  ["window", 2, 50],
  ["step", 1, 5],
  ["most", 0, 0.2],
] as const;

export const Form: StepForm<OptionsOf<typeof pruneLd>> = ({ step, host, write }) => (
  <FieldRow>
    {fields.map(([field, min, fallback]) => (
      <NumberOrParameter
        key={field}
        label={words.say(field === "window" && step.unit === "kb" ? "window-kb" : field, {}, host.locale)}
        value={step[field]}
        min={min}
        fallback={fallback}
        editor={host}
        onChange={(value) => write(field, value)}
      />
    ))}
    <SegmentedField
      label={words.say("unit", {}, host.locale)}
      value={step.unit}
      readOnly={host.readOnly}
      options={[
        { value: "sites", label: words.say("sites", {}, host.locale) },
        { value: "kb", label: words.say("kb", {}, host.locale) },
      ]}
      onChange={(unit) => {
        write("unit", unit);
        if (unit === "kb" && step.step !== 1) write("step", 1);
      }}
    />
  </FieldRow>
);

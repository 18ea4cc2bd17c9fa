// The form of the step split.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import type { split } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof split>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  const choice = (field: "stratify" | "after", none: "not-stratified" | "by-chance") => (
    <SelectField
      label={words.say(field, {}, locale)}
      value={step[field]}
      readOnly={readOnly}
      empty={words.say(none, {}, locale)}
      options={known.columns.map((name) => ({
        value: name,
        label: field === "after" ? words.say("latest-by", { column: name }, locale) : name,
      }))}
      onChange={(value) => write(field, value)}
    />
  );
  return (
    <FieldRow>
      {(["test", "validation"] as const).map((field) => (
        <NumberField
          key={field}
          label={words.say(field, {}, locale)}
          value={step[field]}
          min={0}
          max={1}
          step={0.05}
          readOnly={readOnly}
          onChange={(value) => value !== null && write(field, value)}
        />
      ))}
      {choice("after", "by-chance")}
      {step.after === "" || step.stratify !== "" ? choice("stratify", "not-stratified") : null}
      <ColumnsField
        label={words.say("together", {}, locale)}
        value={step.together}
        columns={known.columns}
        host={host}
        write={(together) => write("together", together)}
      />
      <TickField
        label={words.say("duplicates", {}, locale)}
        value={step.duplicates}
        readOnly={readOnly}
        onChange={(duplicates) => write("duplicates", duplicates)}
      />
      {step.after === "" ? (
        <NumberField
          label={words.say("seed", {}, locale)}
          value={step.seed}
          whole
          readOnly={readOnly}
          onChange={(value) => value !== null && write("seed", value)}
        />
      ) : null}
      <TextFieldRow
        label={words.say("new-column", {}, locale)}
        value={step.name}
        width={120}
        readOnly={readOnly}
        onChange={(name) => name !== "" && write("name", name)}
      />
    </FieldRow>
  );
};

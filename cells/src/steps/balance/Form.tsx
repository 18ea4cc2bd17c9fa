// The form of the step balance.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { type balance, ways } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof balance>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  const { how } = step;
  return (
    <FieldRow>
      <SelectField
        label={words.say("column", {}, locale)}
        value={step.column}
        needed={step.column === ""}
        readOnly={readOnly}
        columns={known.columns}
        onChange={(column) => write("column", column)}
      />
      <SelectField
        label={words.say("how", {}, locale)}
        value={how.by}
        readOnly={readOnly}
        options={ways.map((value) => ({ value, label: words.say(`by-${value}`, {}, locale) }))}
        onChange={(by) => write("how", { by })}
      />
      {how.by === "smote" || how.by === "smote-nc" ? (
        <NumberField
          label={words.say("neighbours", {}, locale)}
          value={how.neighbours}
          min={1}
          max={100}
          whole
          readOnly={readOnly}
          onChange={(neighbours) => neighbours !== null && write("how", { ...how, neighbours })}
        />
      ) : null}
      {(how.by === "smote" || how.by === "smote-nc") && known.what === "table" ? (
        <ColumnsField
          label={words.say("columns", {}, locale)}
          value={how.columns}
          columns={known.columns.filter((name) => name !== step.column)}
          host={host}
          write={(columns) => write("how", { ...how, columns })}
        />
      ) : null}
      {how.by === "smote-nc" ? (
        <ColumnsField
          label={words.say("categories", {}, locale)}
          value={how.categories}
          columns={known.columns.filter((name) => name !== step.column)}
          host={host}
          write={(categories) => write("how", { ...how, categories })}
        />
      ) : null}
      <NumberField
        label={words.say("share", {}, locale)}
        value={step.share}
        min={0.01}
        max={1}
        step={0.05}
        readOnly={readOnly}
        onChange={(share) => share !== null && write("share", share)}
      />
      <NumberField
        label={words.say("seed", {}, locale)}
        value={step.seed}
        whole
        readOnly={readOnly}
        onChange={(seed) => seed !== null && write("seed", seed)}
      />
    </FieldRow>
  );
};

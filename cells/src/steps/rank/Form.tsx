// The form of the step rank.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { tieRules } from "../../stats/ranks.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { ColumnField } from "../parts/ColumnField.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { directions, type rank } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof rank>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  return (
    <FieldRow>
      {known.what === "table" ? (
        <>
          <ColumnField
            label={words.say("rank-of", {}, locale)}
            value={step.column}
            columns={known.columns}
            host={host}
            write={(column) => write("column", column)}
          />
          <ColumnsField
            label={words.say("within", {}, locale)}
            value={step.by}
            columns={known.columns}
            host={host}
            write={(by) => write("by", by)}
          />
        </>
      ) : (
        <SelectField
          label={words.say("within", {}, locale)}
          value={step.within}
          readOnly={readOnly}
          options={directions.map((value) => ({ value, label: words.say(`within-${value}`, {}, locale) }))}
          onChange={(within) => write("within", within)}
        />
      )}
      <SelectField
        label={words.say("ties", {}, locale)}
        value={step.ties}
        readOnly={readOnly}
        options={tieRules.map((value) => ({ value, label: words.say(`ties-${value}`, {}, locale) }))}
        onChange={(ties) => write("ties", ties)}
      />
      <TickField
        label={words.say("largest-first", {}, locale)}
        value={step.descending}
        readOnly={readOnly}
        onChange={(descending) => write("descending", descending)}
      />
      {known.what === "table" ? (
        <TextFieldRow
          label={words.say("new-column", {}, locale)}
          value={step.name}
          width={120}
          readOnly={readOnly}
          onChange={(name) => name !== "" && write("name", name)}
        />
      ) : null}
    </FieldRow>
  );
};

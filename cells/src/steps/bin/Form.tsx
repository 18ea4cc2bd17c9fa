// The form of the step bin.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, readNumber, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { ColumnField } from "../parts/ColumnField.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { type bin, binnings, labellings } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof bin>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  const { how } = step;
  return (
    <FieldRow>
      <ColumnsField value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
      <SelectField
        label={words.say("how", {}, locale)}
        value={how.by}
        readOnly={readOnly}
        options={binnings.map((value) => ({ value, label: words.say(`by-${value}`, {}, locale) }))}
        onChange={(by) => write("how", { by })}
      />
      {how.by === "width" || how.by === "quantile" ? (
        <NumberField
          label={words.say("count", {}, locale)}
          value={how.count}
          min={2}
          max={1000}
          whole
          readOnly={readOnly}
          onChange={(count) => count !== null && write("how", { ...how, count })}
        />
      ) : null}
      {how.by === "edges" ? (
        <TextFieldRow
          label={words.say("edges", {}, locale)}
          value={how.edges.join(", ")}
          placeholder={words.say("edges-hint", {}, locale)}
          needed={how.edges.length === 0}
          readOnly={readOnly}
          onChange={(text) => {
            const edges = edgesIn(text);
            if (edges) write("how", { ...how, edges });
          }}
        />
      ) : null}
      {how.by === "tree" ? (
        <>
          <ColumnField
            label={words.say("target", {}, locale)}
            value={how.target}
            columns={known.columns}
            host={host}
            write={(target) => write("how", { ...how, target })}
          />
          <NumberField
            label={words.say("leaves", {}, locale)}
            value={how.leaves}
            min={2}
            max={100}
            whole
            readOnly={readOnly}
            onChange={(leaves) => leaves !== null && write("how", { ...how, leaves })}
          />
          <NumberField
            label={words.say("least", {}, locale)}
            value={how.least}
            min={1}
            whole
            readOnly={readOnly}
            onChange={(least) => least !== null && write("how", { ...how, least })}
          />
        </>
      ) : null}
      <SelectField
        label={words.say("label", {}, locale)}
        value={step.label}
        readOnly={readOnly}
        options={labellings.map((value) => ({ value, label: words.say(`label-${value}`, {}, locale) }))}
        onChange={(value) => write("label", value)}
      />
      <TickField
        label={words.say("keep", {}, locale)}
        value={step.keep}
        readOnly={readOnly}
        onChange={(keep) => write("keep", keep)}
      />
    </FieldRow>
  );
};

/** Numbers with spaces or semicolons between them: "18, 65", "0,5; 1,5". Null: something else stands among them, and nothing is set. */
function edgesIn(text: string): readonly number[] | null {
  const edges = text
    .split(/[;\s]+/)
    .filter((part) => part !== "")
    .map((part) => readNumber(part.replace(/,$/, "")));
  return edges.every(Number.isFinite) ? edges : null;
}

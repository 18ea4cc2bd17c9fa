// The form of the step encode.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { drops, encode, encodings, unseenOf } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof encode>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  const { as } = step;
  return (
    <FieldRow>
      <ColumnsField needed value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
      <SelectField
        label={words.say("as", {}, locale)}
        value={as.by}
        readOnly={readOnly}
        options={encodings.map((value) => ({ value, label: words.say(`by-${value}`, {}, locale) }))}
        onChange={(by) => write("as", { by })}
      />
      {as.by === "ordinal" ? (
        <TextFieldRow
          label={words.say("order", {}, locale)}
          value={as.order.join(", ")}
          placeholder={words.say("order-none", {}, locale)}
          width={220}
          readOnly={readOnly}
          onChange={(text) => write("as", { ...as, order: inOrder(text) })}
        />
      ) : null}
      {as.by === "target" ? (
        <>
          <SelectField
            label={words.say("target", {}, locale)}
            value={as.target}
            needed={as.target === ""}
            readOnly={readOnly}
            columns={known.columns.filter((name) => !step.columns.includes(name))}
            onChange={(target) => write("as", { ...as, target })}
          />
          <SelectField
            label={words.say("smooth", {}, locale)}
            value={as.smooth === "auto" ? "auto" : "rows"}
            readOnly={readOnly}
            options={(["auto", "rows"] as const).map((value) => ({ value, label: words.say(`smooth-${value}`, {}, locale) }))}
            onChange={(value) => write("as", { ...as, smooth: value === "auto" ? value : 10 })}
          />
          {as.smooth === "auto" ? null : (
            <NumberField
              label={words.say("rows", {}, locale)}
              value={as.smooth}
              min={0}
              readOnly={readOnly}
              onChange={(smooth) => smooth !== null && write("as", { ...as, smooth })}
            />
          )}
          <NumberField
            label={words.say("folds", {}, locale)}
            value={as.folds}
            min={2}
            max={100}
            whole
            readOnly={readOnly}
            onChange={(folds) => folds !== null && write("as", { ...as, folds })}
          />
          <NumberField
            label={words.say("seed", {}, locale)}
            value={as.seed}
            whole
            readOnly={readOnly}
            onChange={(seed) => seed !== null && write("as", { ...as, seed })}
          />
        </>
      ) : null}
      {as.by === "frequency" || as.by === "target" ? null : (
        <SelectField
          label={words.say("unseen", {}, locale)}
          value={as.unseen}
          readOnly={readOnly}
          options={unseenOf[as.by].map((value) => ({ value, label: words.say(`unseen-${value}`, {}, locale) }))}
          onChange={(unseen) => write("as", { ...as, unseen })}
        />
      )}
      {as.by === "one-hot" ? (
        <SelectField
          label={words.say("drop", {}, locale)}
          value={as.drop}
          readOnly={readOnly}
          options={drops.map((value) => ({ value, label: words.say(`drop-${value}`, {}, locale) }))}
          onChange={(drop) => write("as", { ...as, drop })}
        />
      ) : null}
      <TickField
        label={words.say("keep", {}, locale)}
        value={step.keep}
        readOnly={readOnly}
        onChange={(keep) => write("keep", keep)}
      />
    </FieldRow>
  );
};

const inOrder = (text: string): readonly string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

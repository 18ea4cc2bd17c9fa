// The form of the step fill-missing.

import type { Json } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { ParameterField } from "../../ui/ParameterSelect.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { ColumnField } from "../parts/ColumnField.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { typedValue } from "../parts/conditions/WhereForm.tsx";
import { type fillMissing, isAlong } from "./step.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof fillMissing>> = ({ step, known, host, write }) => {
  const t = translator(formsWords, host.locale);
  const { locale } = host;
  return (
    <FieldRow>
      <ColumnsField needed value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
      <SelectField
        label={t("with")}
        value={step.fill.by}
        readOnly={host.readOnly}
        options={(["mean", "median", "mode", "half-min", "forward", "linear", "value"] as const).map((value) => ({
          value,
          label: words.say(`by-${value}`, {}, locale),
        }))}
        onChange={(value) => write("fill", value === "value" ? { by: "value", value: 0 } : { by: value })}
      />
      {step.fill.by === "value" ? (
        <>
          {isCellRef(step.fill.value) ? null : (
            <TextFieldRow
              label={t("value")}
              value={String(step.fill.value)}
              width={96}
              readOnly={host.readOnly}
              onChange={(value) => write("fill", { by: "value", value: typedValue(value) })}
            />
          )}
          <ParameterField
            label={t(isCellRef(step.fill.value) ? "value-of" : "or-value-of")}
            wanted="value"
            chosen={isCellRef(step.fill.value) ? step.fill.value : null}
            here={t("this-value")}
            editor={host}
            onChange={(ref) => write("fill", { by: "value", value: (ref as Json | null) ?? 0 })}
          />
        </>
      ) : null}
      {isAlong(step.fill) ? (
        <ColumnField
          label={words.say("along", {}, locale)}
          value={step.fill.order}
          columns={known.columns}
          host={host}
          write={(order) => write("fill", { ...step.fill, order })}
        />
      ) : null}
      {step.fill.by === "value" ? null : (
        <ColumnsField
          label={words.say("within", {}, locale)}
          value={step.within}
          columns={known.columns}
          host={host}
          write={(next) => write("within", next)}
        />
      )}
      <TickField
        label={words.say("indicator", {}, locale)}
        value={step.indicator}
        readOnly={host.readOnly}
        onChange={(next) => write("indicator", next)}
      />
    </FieldRow>
  );
};

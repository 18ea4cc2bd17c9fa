// The form of what pairs alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { correlationMethods } from "../../stats/correlations.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { mostColumns, type PairsOptions } from "./chart.ts";
import { words } from "./words.ts";

export function Options({ place, options, data, handle, editor, set }: ChartOptionsProps<PairsOptions>) {
  const { locale, readOnly } = editor;
  if (place === "main")
    return (
      <>
        <ColumnsField
          value={options.columns}
          data={data}
          handle={handle}
          editor={editor}
          onChange={(columns) => set({ columns })}
        />
        {options.columns === null ? (
          <NumberField
            label={words.say("field-top", {}, locale)}
            value={options.top}
            min={2}
            max={mostColumns}
            whole
            readOnly={readOnly}
            onChange={(top) => top !== null && set({ top })}
          />
        ) : null}
      </>
    );
  return (
    <>
      <SelectField
        label={words.say("field-diagonal", {}, locale)}
        value={options.diagonal}
        readOnly={readOnly}
        options={(["density", "histogram"] as const).map((value) => ({
          value,
          label: words.say(`diagonal-${value}`, {}, locale),
        }))}
        onChange={(value) => set({ diagonal: value as PairsOptions["diagonal"] })}
      />
      <SelectField
        label={words.say("field-method", {}, locale)}
        value={options.method}
        readOnly={readOnly}
        options={correlationMethods.map((value) => ({ value, label: words.say(value, {}, locale) }))}
        onChange={(value) => set({ method: value as PairsOptions["method"] })}
      />
    </>
  );
}

// The form of what correlations alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { correlationMethods } from "../../stats/correlations.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { type CorrelationOptions, mostColumns } from "./chart.ts";
import { words } from "./words.ts";

export function Options({ place, options, data, handle, editor, set }: ChartOptionsProps<CorrelationOptions>) {
  const { locale, readOnly } = editor;
  if (place === "more")
    return (
      <>
        <NumberField
          label={words.say("field-top", {}, locale)}
          value={options.top}
          min={2}
          max={mostColumns}
          whole
          readOnly={readOnly}
          onChange={(top) => top !== null && set({ top })}
        />
        <TickField
          label={words.say("field-clustered", {}, locale)}
          value={options.clustered}
          readOnly={readOnly}
          onChange={(clustered) => set({ clustered })}
        />
      </>
    );
  return (
    <>
      <ColumnsField
        value={options.columns}
        data={data}
        handle={handle}
        editor={editor}
        onChange={(columns) => set({ columns })}
      />
      <SelectField
        label={words.say("field-method", {}, locale)}
        value={options.method}
        readOnly={readOnly}
        options={correlationMethods.map((value) => ({ value, label: words.say(value, {}, locale) }))}
        onChange={(method) => set({ method: method as CorrelationOptions["method"] })}
      />
    </>
  );
}

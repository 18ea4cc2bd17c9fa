// The form of what bars alone have: what their height is, and whether colours stand on each other.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { BarOptions } from "./chart.ts";
import { words } from "./words.ts";

const measures = ["count", "sum", "mean", "median"] as const satisfies readonly BarOptions["measure"][];

const intervals = ["none", "ci", "se", "sd"] as const satisfies readonly BarOptions["interval"][];

export function Options({ place, options, editor, set }: ChartOptionsProps<BarOptions>) {
  const { locale, readOnly } = editor;
  return place === "main" ? (
    <SelectField
      label={words.say("field-measure", {}, locale)}
      value={options.measure}
      readOnly={readOnly}
      options={measures.map((value) => ({ value, label: words.say(`measure-${value}`, {}, locale) }))}
      onChange={(measure) => set({ measure: measure as BarOptions["measure"] })}
    />
  ) : (
    <>
      <TickField
        label={words.say("field-stacked", {}, locale)}
        value={options.stacked}
        readOnly={readOnly}
        onChange={(stacked) => set({ stacked })}
      />
      {options.measure === "mean" || options.interval !== "none" ? (
        <SelectField
          label={words.say("field-interval", {}, locale)}
          value={options.interval}
          readOnly={readOnly}
          options={intervals.map((value) => ({ value, label: words.say(`interval-${value}`, {}, locale) }))}
          onChange={(interval) => set({ interval: interval as BarOptions["interval"] })}
        />
      ) : null}
    </>
  );
}

// The form of what QQ plots alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import type { QqOptions } from "./chart.ts";
import { words } from "./words.ts";

const readings = ["auto", "p", "minus-log10"] as const;

export function Options({ place, options, editor, set }: ChartOptionsProps<QqOptions>) {
  const { locale, readOnly } = editor;
  return place === "more" ? (
    <SelectField
      label={words.say("field-values", {}, locale)}
      value={options.values}
      readOnly={readOnly}
      options={readings.map((value) => ({ value, label: words.say(`values-${value}`, {}, locale) }))}
      onChange={(value) => set({ values: readings.find((each) => each === value) ?? "auto" })}
    />
  ) : null;
}

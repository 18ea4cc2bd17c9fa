// The form of what densities alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import type { DensityOptions } from "./chart.ts";
import { words } from "./words.ts";

const arrangements = ["over", "ridges"] as const satisfies readonly DensityOptions["arranged"][];
const heights = ["density", "highest", "count"] as const satisfies readonly DensityOptions["height"][];

export function Options({ place, options, editor, set }: ChartOptionsProps<DensityOptions>) {
  const { locale, readOnly } = editor;
  return place === "main" ? (
    <SelectField
      label={words.say("field-arranged", {}, locale)}
      value={options.arranged}
      readOnly={readOnly}
      options={arrangements.map((value) => ({ value, label: words.say(`arranged-${value}`, {}, locale) }))}
      onChange={(arranged) => set({ arranged: arranged as DensityOptions["arranged"] })}
    />
  ) : (
    <SelectField
      label={words.say("field-height", {}, locale)}
      value={options.height}
      readOnly={readOnly}
      options={heights.map((value) => ({ value, label: words.say(`height-${value}`, {}, locale) }))}
      onChange={(height) => set({ height: height as DensityOptions["height"] })}
    />
  );
}

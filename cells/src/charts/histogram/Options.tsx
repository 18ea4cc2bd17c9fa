// The form of what histograms alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { HistogramOptions } from "./chart.ts";
import { words } from "./words.ts";

export function Options({ place, options, editor, set }: ChartOptionsProps<HistogramOptions>) {
  return place === "more" ? (
    <NumberField
      label={words.say("field-bins", {}, editor.locale)}
      value={options.bins}
      min={2}
      max={500}
      whole
      optional
      placeholder={words.say("bins-auto", {}, editor.locale)}
      width={96}
      readOnly={editor.readOnly}
      onChange={(bins) => set({ bins })}
    />
  ) : null;
}

// The form of what lines alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import type { LineOptions } from "./chart.ts";
import { words } from "./words.ts";

export function Options({ place, options, editor, set }: ChartOptionsProps<LineOptions>) {
  return place === "more" ? (
    <TickField
      label={words.say("field-marks", {}, editor.locale)}
      value={options.points}
      readOnly={editor.readOnly}
      onChange={(points) => set({ points })}
    />
  ) : null;
}

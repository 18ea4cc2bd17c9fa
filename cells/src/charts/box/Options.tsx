// The form of what boxes alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { words as shared } from "../../messages/forms/words.ts";
import { BracketsField } from "../parts/brackets/BracketsField.tsx";
import type { BoxOptions } from "./chart.ts";
import { words } from "./words.ts";

export function Options({ place, options, handle, x, editor, set }: ChartOptionsProps<BoxOptions>) {
  return place === "more" ? (
    <>
      <TickField
        label={words.say("field-points", {}, editor.locale)}
        value={options.points}
        readOnly={editor.readOnly}
        onChange={(points) => set({ points })}
      />
      <TickField
        label={shared.say("mark-outliers", {}, editor.locale)}
        value={options.markOutliers}
        readOnly={editor.readOnly}
        onChange={(markOutliers) => set({ markOutliers })}
      />
      <BracketsField value={options.brackets} editor={editor} handle={handle} x={x} onChange={(brackets) => set({ brackets })} />
    </>
  ) : null;
}

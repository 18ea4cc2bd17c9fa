// The form of what points alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { words as shared } from "../../messages/forms/words.ts";
import type { PointOptions } from "./chart.ts";
import { words } from "./words.ts";

export function Options({ place, options, editor, set }: ChartOptionsProps<PointOptions>) {
  return place === "more" ? (
    <>
      <TickField
        label={words.say("field-smallest-above", {}, editor.locale)}
        value={options.smallestAbove}
        readOnly={editor.readOnly}
        onChange={(smallestAbove) => set({ smallestAbove })}
      />
      <TickField
        label={shared.say("mark-outliers", {}, editor.locale)}
        value={options.markOutliers}
        readOnly={editor.readOnly}
        onChange={(markOutliers) => set({ markOutliers })}
      />
    </>
  ) : null;
}

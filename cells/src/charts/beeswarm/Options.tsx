// The form of what swarms alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { BracketsField } from "../parts/brackets/BracketsField.tsx";
import type { BeeswarmOptions } from "./chart.ts";
import { words } from "./words.ts";

export function Options({ place, options, handle, x, editor, set }: ChartOptionsProps<BeeswarmOptions>) {
  return place === "more" ? (
    <>
      <TickField
        label={words.say("field-median", {}, editor.locale)}
        value={options.median}
        readOnly={editor.readOnly}
        onChange={(median) => set({ median })}
      />
      <BracketsField value={options.brackets} editor={editor} handle={handle} x={x} onChange={(brackets) => set({ brackets })} />
    </>
  ) : null;
}

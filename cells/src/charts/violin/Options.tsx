// The form of what violins alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { BracketsField } from "../parts/brackets/BracketsField.tsx";
import type { ViolinOptions } from "./chart.ts";
import { words } from "./words.ts";

const widths = ["area", "widest"] as const satisfies readonly ViolinOptions["width"][];

export function Options({ place, options, handle, x, editor, set }: ChartOptionsProps<ViolinOptions>) {
  const { locale, readOnly } = editor;
  return place === "more" ? (
    <>
      <SelectField
        label={words.say("field-width", {}, locale)}
        value={options.width}
        readOnly={readOnly}
        options={widths.map((value) => ({ value, label: words.say(`width-${value}`, {}, locale) }))}
        onChange={(width) => set({ width: width as ViolinOptions["width"] })}
      />
      <TickField
        label={words.say("field-inner", {}, locale)}
        value={options.inner}
        readOnly={readOnly}
        onChange={(inner) => set({ inner })}
      />
      <BracketsField value={options.brackets} editor={editor} handle={handle} x={x} onChange={(brackets) => set({ brackets })} />
    </>
  ) : null;
}

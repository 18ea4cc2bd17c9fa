// The form of what lines alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { LineOptions } from "./chart.ts";
import { words } from "./words.ts";

const bands = ["none", "ci", "se", "sd"] as const satisfies readonly LineOptions["band"][];

export function Options({ place, options, editor, set }: ChartOptionsProps<LineOptions>) {
  return place === "more" ? (
    <>
      <TickField
        label={words.say("field-marks", {}, editor.locale)}
        value={options.points}
        readOnly={editor.readOnly}
        onChange={(points) => set({ points })}
      />
      <SelectField
        label={words.say("field-band", {}, editor.locale)}
        value={options.band}
        readOnly={editor.readOnly}
        options={bands.map((value) => ({ value, label: words.say(`band-${value}`, {}, editor.locale) }))}
        onChange={(band) => set({ band: band as LineOptions["band"] })}
      />
    </>
  ) : null;
}

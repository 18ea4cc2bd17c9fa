// The form of what points alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { NamesOrRef } from "../../ui/NamesOrRef.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import { words as shared } from "../../messages/forms/words.ts";
import type { PointOptions } from "./chart.ts";
import { words } from "./words.ts";

const trends = ["none", "line", "smooth"] as const satisfies readonly PointOptions["trend"][];

export function Options({ place, options, editor, set }: ChartOptionsProps<PointOptions>) {
  const { readOnly, locale } = editor;
  return place === "more" ? (
    <>
      <SelectField
        label={words.say("field-trend", {}, locale)}
        value={options.trend}
        readOnly={readOnly}
        options={trends.map((value) => ({ value, label: words.say(`trend-${value}`, {}, locale) }))}
        onChange={(trend) => set({ trend: trend as PointOptions["trend"] })}
      />
      <NumberOrParameter
        label={words.say("field-least-x", {}, locale)}
        value={options.leastX}
        min={0}
        fallback={null}
        editor={editor}
        onChange={(leastX) => set({ leastX: leastX as PointOptions["leastX"] })}
      />
      <NumberOrParameter
        label={words.say("field-pass-y", {}, locale)}
        value={options.passY}
        fallback={null}
        editor={editor}
        onChange={(passY) => set({ passY: passY as PointOptions["passY"] })}
      />
      <NumberField
        label={words.say("field-names", {}, locale)}
        value={options.names}
        min={0}
        max={100}
        whole
        readOnly={readOnly}
        onChange={(names) => names !== null && set({ names })}
      />
      <NamesOrRef
        label={words.say("field-highlight", {}, locale)}
        value={options.highlight}
        editor={editor}
        onChange={(highlight) => set({ highlight: highlight as PointOptions["highlight"] })}
      />
      <TickField
        label={words.say("field-many", {}, locale)}
        value={options.density === "many"}
        readOnly={readOnly}
        onChange={(many) => set({ density: many ? "many" : "auto" })}
      />
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

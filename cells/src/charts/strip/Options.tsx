// The form of what strips alone have: which features of a matrix, and how many.

import { isCellRef } from "../../base/refs.ts";
import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { FeaturesField } from "../../ui/FeaturesField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { StripOptions } from "./chart.ts";
import { words } from "./words.ts";

export function Options({ place, options, data, handle, editor, set }: ChartOptionsProps<StripOptions>) {
  const { locale, readOnly } = editor;
  const { features, top } = options;
  if (data !== "matrix" || place === "more") return null;
  return (
    <>
      <FeaturesField
        label={words.say("field-rows", {}, locale)}
        chosenLabel={words.say("field-features", {}, locale)}
        none={words.say("field-top", {}, locale)}
        value={features}
        handle={handle}
        editor={editor}
        onChange={(next) => set({ features: next === null || isCellRef(next) ? next : [...next] })}
      />
      <NumberField
        label={words.say("field-count", {}, locale)}
        value={top}
        min={1}
        max={50}
        whole
        readOnly={readOnly}
        onChange={(count) => count !== null && set({ top: count })}
      />
    </>
  );
}

// The form of what heatmaps alone have: of a matrix the most variable features, or chosen ones, or those of a parameter.

import { isCellRef } from "../../base/refs.ts";
import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { FeaturesField } from "../../ui/FeaturesField.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { distances } from "../../stats/clusters/distances.ts";
import { linkages } from "../../stats/clusters/joined.ts";
import type { HeatmapOptions } from "./chart.ts";
import { words } from "./words.ts";

export function Options({ place, options, data, handle, editor, set }: ChartOptionsProps<HeatmapOptions>) {
  const { locale, readOnly } = editor;
  const { features, top, centre, cluster, linkage, distance, bars, shows } = options;
  const ofValues = shows === "values";
  if (data !== "matrix") return null;
  if (place === "more")
    return (
      <>
        <SelectField
          label={words.say("field-linkage", {}, locale)}
          value={linkage}
          readOnly={readOnly}
          options={linkages.map((value) => ({ value, label: words.say(`linkage-${value}`, {}, locale) }))}
          onChange={(value) => set({ linkage: value as HeatmapOptions["linkage"] })}
        />
        <SelectField
          label={words.say("field-distance", {}, locale)}
          value={distance}
          readOnly={readOnly}
          options={distances.map((value) => ({ value, label: words.say(`distance-${value}`, {}, locale) }))}
          onChange={(value) => set({ distance: value as HeatmapOptions["distance"] })}
        />
        {ofValues ? (
          <NumberField
            label={words.say("field-cut-features", {}, locale)}
            value={options.cutFeatures}
            min={1}
            max={50}
            whole
            readOnly={readOnly}
            onChange={(count) => count !== null && set({ cutFeatures: count })}
          />
        ) : null}
        <NumberField
          label={words.say("field-cut-samples", {}, locale)}
          value={options.cutSamples}
          min={1}
          max={50}
          whole
          readOnly={readOnly}
          onChange={(count) => count !== null && set({ cutSamples: count })}
        />
        <ManyField
          label={words.say("field-bars", {}, locale)}
          value={bars}
          readOnly={readOnly}
          find={async (text) =>
            namesMatching(
              (handle?.summary.columns ?? []).map((column) => column.name),
              text,
            )
          }
          onChange={(chosen) => set({ bars: [...chosen] })}
        />
      </>
    );
  return (
    <>
      <SelectField
        label={words.say("field-shows", {}, locale)}
        value={shows}
        readOnly={readOnly}
        options={(["values", "distances"] as const).map((value) => ({ value, label: words.say(`shows-${value}`, {}, locale) }))}
        onChange={(value) => set({ shows: value as HeatmapOptions["shows"] })}
      />
      <FeaturesField
        label={words.say("field-rows", {}, locale)}
        chosenLabel={words.say("field-features", {}, locale)}
        none={words.say(ofValues ? "field-top" : "field-all", {}, locale)}
        value={features}
        handle={handle}
        editor={editor}
        onChange={(next) => set({ features: next === null || isCellRef(next) ? next : [...next] })}
      />
      {features === null && ofValues ? (
        <NumberField
          label={words.say("field-count", {}, locale)}
          value={top}
          min={2}
          max={2000}
          whole
          readOnly={readOnly}
          onChange={(count) => count !== null && set({ top: count })}
        />
      ) : null}
      <SelectField
        label={words.say("field-cluster", {}, locale)}
        value={cluster}
        readOnly={readOnly}
        options={(["both", "features", "samples", "none"] as const).map((value) => ({
          value,
          label: words.say(`cluster-${value}`, {}, locale),
        }))}
        onChange={(value) => set({ cluster: value as HeatmapOptions["cluster"] })}
      />
      {ofValues ? (
        <TickField
          label={words.say("field-centre", {}, locale)}
          value={centre}
          readOnly={readOnly}
          onChange={(value) => set({ centre: value })}
        />
      ) : null}
    </>
  );
}

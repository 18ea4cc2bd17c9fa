// Stacked violins: a row a feature, a violin a group, each row on its own scale: how values lie, not their mean alone.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { MarkersBody } from "../../reports/markers/report.ts";
import { kernelDensity, silvermanBandwidth } from "../../stats/kernel-density.ts";
import { quantileOfSorted } from "../../stats/quantiles.ts";

import type { SampleGroups } from "./groups-of.ts";
import { words } from "./words.ts";

/** More rows are too low to be read. */
const mostFeatures = 24;
const steps = 40;

/** Pixels that so many features need. */
export const heightOfViolins = (features: number): number => Math.max(320, 110 + 30 * Math.min(features, mostFeatures));

/** `values`: of each feature of the dot plot, by sample. Null: there is none. */
export function violinsFigure(body: MarkersBody, values: readonly ArrayLike<number>[], groups: SampleGroups): Figure | null {
  const features = body.dots.slice(0, mostFeatures);
  if (features.length === 0) return null;
  const data: JsonObject[] = [];
  const medians: string[] = [];
  features.forEach(({ feature }, row) => {
    const all = Array.from(values[row] as ArrayLike<number>);
    const finite = all.filter((value) => Number.isFinite(value));
    const [low, high] = [Math.min(...finite), Math.max(...finite)];
    const scale = high > low ? 0.86 / (high - low) : 0;
    const base = features.length - 1 - row;
    groups.names.forEach((name, group) => {
      const own = Float64Array.from(
        all.filter((value, sample) => groups.groupOf[sample] === group && Number.isFinite(value)),
      ).sort();
      if (own.length === 0) return;
      const shape = outline(own, high > low ? high - low : 1);
      data.push({
        type: "scatter",
        mode: "lines",
        name: plainText(name),
        x: [...shape.map(({ wide }) => group + 0.42 * wide), ...shape.toReversed().map(({ wide }) => group - 0.42 * wide)],
        y: [...shape, ...shape.toReversed()].map(({ at }) => base + 0.07 + scale * (at - low)),
        fill: "toself",
        line: { width: 1 },
        hoveron: "fills",
        hoverinfo: "name",
        showlegend: false,
        meta: { role: "group", group, field: body.by, value: name },
      });
      if (row < 6) medians.push(`${feature}, ${name}: ${Number(quantileOfSorted(own, 0.5).toPrecision(2))}`);
    });
  });
  const told = { n: features.length, groups: groups.names.length, by: body.by, told: medians.slice(0, 24).join("; ") };
  return {
    type: "figure",
    data,
    layout: {
      xaxis: {
        title: { text: plainText(body.by) },
        tickvals: groups.names.map((_, at) => at),
        ticktext: groups.names.map(plainText),
        range: [-0.6, groups.names.length - 0.4],
        showgrid: false,
        zeroline: false,
        automargin: true,
      },
      yaxis: {
        title: { text: "" },
        tickvals: features.map((_, row) => features.length - 1 - row + 0.5),
        ticktext: features.map(({ feature }) => plainText(feature)),
        range: [0, features.length],
        showgrid: false,
        zeroline: false,
        automargin: true,
      },
      showlegend: false,
      meta: { sizes: groups.sizes.filter((n) => n > 0), alt: spoken(words.sentence("alt-violins", told)) },
    },
    alt: words.say("alt-violins", told, "en"),
    marks: data.length,
  };
}

/** Widths from 0 to 1 along the values; of values that do not vary a bar at their place. */
function outline(sorted: Float64Array, unit: number): readonly { readonly at: number; readonly wide: number }[] {
  const bandwidth = silvermanBandwidth(sorted);
  const [low, high] = [sorted[0] as number, sorted.at(-1) as number];
  if (bandwidth === 0) return [-0.01, 0.01].map((off) => ({ at: low + off * unit, wide: 1 }));
  const at = Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / steps);
  const density = kernelDensity(sorted, bandwidth, at);
  const peak = density.reduce((most, each) => Math.max(most, each), 0);
  return at.map((place, step) => ({ at: place, wide: (density[step] as number) / peak }));
}

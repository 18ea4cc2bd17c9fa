// What stands beside the matrix of a heatmap: trees of what is alike at the right and above, and bars of what samples are.

import { plainText } from "../../artifacts/figure-text.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { NumberSeries, Prepared, Series } from "../../contract/chart-drawing.ts";
import { branches } from "../../stats/clusters/branches.ts";
import type { Clustering } from "../../stats/clusters/hclust.ts";
import { groupRows } from "../parts/chart-groups.ts";
import { groupMeta, groupName, told } from "../parts/drawing.ts";
import { f8, shortText } from "../parts/plot-array.ts";
import type { HeatmapOptions } from "./chart.ts";
import { type Cluster, placeBetween, type Places } from "./places.ts";

interface Bar {
  readonly name: string;
  readonly traces: readonly JsonObject[];
}

/** Shares of the picture. */
const treeShare = 0.1;
const barShare = 0.035;
const gap = 0.01;
/** Colours that can be told apart in a bar. */
const mostColours = 12;

/** More numbers than these are shades; fewer are groups. */
const mostAsGroups = 6;

/** The colour and the columns that are named, each as a bar over the columns of the picture. */
export function barsOf(
  { spec, color, source }: Prepared<HeatmapOptions>,
  columns: readonly (readonly number[])[],
  places: Places,
): readonly Bar[] {
  const named = spec.chart.bars
    .filter((name) => name !== color?.name)
    .map((name, at) => source.series(name, ["chart", "bars", at], false));
  return [...(color ? [color] : []), ...named].map(
    (series): Bar => ({
      name: series.name,
      traces:
        series.kind === "number" && new Set(series.values).size > mostAsGroups
          ? shadesOf(series, columns, places)
          : tracesOf(series, columns, places),
    }),
  );
}

function tracesOf(series: Series, columns: readonly (readonly number[])[], places: Places): readonly JsonObject[] {
  const rows = series.kind === "text" ? series.codes.length : series.values.length;
  const groups = groupRows(series, new Uint8Array(rows).fill(1), { order: "name", most: mostColours });
  return groups.list.flatMap((group, index): JsonObject[] => {
    const at = columns.flatMap((samples, column) =>
      groups.of[samples[0] as number] === index ? [places.at[column] as number] : [],
    );
    if (at.length === 0) return [];
    const name = groupName(group, groups.rest);
    return [
      {
        type: "bar",
        name,
        x: f8(at),
        y: f8(at.map(() => 1)),
        width: 1,
        legendgroup: series.name,
        legendgrouptitle: { text: plainText(series.name) },
        showlegend: true,
        hovertemplate: `${plainText(series.name)}: ${name}<extra></extra>`,
        meta: { ...groupMeta(group, series.name, groups.rest), part: "bar" },
      },
    ];
  });
}

/** Numbers as shades from the smallest to the largest; what these are stands in the legend. */
function shadesOf(series: NumberSeries, columns: readonly (readonly number[])[], places: Places): readonly JsonObject[] {
  const values = new Float64Array(places.size).fill(Number.NaN);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  columns.forEach((samples, column) => {
    const value = series.values[samples[0] as number] as number;
    values[places.at[column] as number] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  });
  if (low > high) return [];
  const title = plainText(series.unit ? `${series.name}, ${series.unit}` : series.name);
  const inLegend = (share: number): JsonObject => ({
    type: "bar",
    name: told(Number((low + share * (high - low)).toPrecision(3))),
    x: [],
    y: [],
    legendgroup: series.name,
    legendgrouptitle: { text: title },
    showlegend: true,
    hoverinfo: "skip",
    meta: { role: "shade", share, part: "bar" },
  });
  return [
    {
      type: "heatmap",
      z: f8(values, `1,${places.size}`),
      hoverongaps: false,
      showscale: false,
      hovertemplate: `${title}: %{z}<extra></extra>`,
      meta: { role: "sequential", part: "bar" },
    },
    ...[0, 0.5, 1].map(inLegend),
  ];
}

/** How much of the height is left to the scale below the legend: of a picture of usual height about 215 pixels are the matrix. */
export function scaleBelowLegend(traces: readonly JsonObject[]): JsonObject {
  const inLegend = traces.filter((trace) => trace["showlegend"] === true);
  if (inLegend.length === 0) return {};
  const titles = new Set(inLegend.map((trace) => trace["legendgroup"])).size;
  return { len: Math.max(0.3, Math.min(0.6, 1 - (inLegend.length * 19 + titles * 29) / 215)) };
}

/** The axes that the trees and bars need, and what they leave to the matrix. `top`: where the matrix ends, as a share of the height. */
export function besideMatrix(of: {
  readonly features: Clustering | null;
  readonly samples: Clustering | null;
  readonly bars: readonly Bar[];
  /** Where the rows and columns of the matrix stand. */
  readonly rows: Places;
  readonly columns: Places;
}): {
  readonly traces: readonly JsonObject[];
  readonly layout: JsonObject;
  readonly xaxis: JsonObject;
  readonly yaxis: JsonObject;
  readonly top: number;
  readonly annotations: readonly JsonObject[];
} {
  const { features, samples, bars } = of;
  const right = features ? 1 - treeShare : 1;
  const barsFrom = (samples ? 1 - treeShare : 1) - bars.length * barShare;
  const top = bars.length > 0 || samples ? barsFrom - gap : 1;
  const hidden = { visible: false, fixedrange: true, zeroline: false, showgrid: false };
  const layout: { [key: string]: Json } = {};
  const traces: JsonObject[] = [];
  if (bars.length > 0) {
    layout["yaxis3"] = {
      ...hidden,
      // What each bar says stands beside it.
      visible: true,
      tickmode: "array",
      tickvals: bars.map((_, at) => bars.length - at - 0.5),
      ticktext: bars.map(({ name }) => shortText(name, 18)),
      ticks: "",
      automargin: true,
      domain: [barsFrom, barsFrom + bars.length * barShare],
      range: [0, bars.length],
      anchor: "x",
    };
    layout["barmode"] = "overlay";
    layout["bargap"] = 0;
    // The first stands on top.
    bars.forEach((bar, at) => {
      const base = bars.length - 1 - at;
      const height = (trace: JsonObject): JsonObject => (trace["type"] === "heatmap" ? { y: [base, base + 1] } : { base });
      for (const trace of bar.traces) traces.push({ ...trace, xaxis: "x", yaxis: "y3", ...height(trace) });
    });
  }
  if (samples) {
    layout["yaxis2"] = { ...hidden, domain: [1 - treeShare + gap, 1], rangemode: "tozero", anchor: "x" };
    const { along, up } = branches(samples);
    traces.push({ ...tree, xaxis: "x", yaxis: "y2", x: placed(along, of.columns), y: up });
  }
  if (features) {
    layout["xaxis2"] = { ...hidden, domain: [right + gap, 1], rangemode: "tozero", anchor: "y" };
    const { along, up } = branches(features);
    traces.push({ ...tree, xaxis: "x2", yaxis: "y", x: up, y: placed(along, of.rows) });
  }
  return {
    traces,
    layout,
    // Said, for strokes and bars would else make room around the matrix.
    xaxis: { ...(features ? { domain: [0, right] } : {}), range: [-0.5, of.columns.size - 0.5] },
    yaxis: { ...(top < 1 ? { domain: [0, top] } : {}), range: [of.rows.size - 0.5, -0.5] },
    top,
    annotations: [
      ...(features ? of.rows.spans.map((span) => numberOf(span, { x: 0, xref: "x2 domain", xanchor: "left" }, "y")) : []),
      ...(samples ? of.columns.spans.map((span) => numberOf(span, { y: 0, yref: "y2 domain", yanchor: "bottom" }, "x")) : []),
    ],
  };
}

const placed = (along: readonly (number | null)[], places: Places): readonly (number | null)[] =>
  along.map((place) => (place === null ? null : placeBetween(places, place)));

/** The number of a cluster at the foot of its branch. */
const numberOf = ({ number, from, to }: Cluster, foot: JsonObject, axis: "x" | "y"): JsonObject => ({
  text: String(number),
  [axis]: (from + to) / 2,
  [`${axis}ref`]: axis,
  ...foot,
  showarrow: false,
  borderpad: 0,
  meta: "label",
});

const tree: JsonObject = {
  type: "scatter",
  mode: "lines",
  name: "",
  line: { width: 1 },
  hoverinfo: "skip",
  showlegend: false,
  meta: { role: "rest", part: "tree" },
};

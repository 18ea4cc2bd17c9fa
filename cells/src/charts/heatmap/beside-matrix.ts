// What stands beside the matrix of a heatmap: trees of what is alike at the right and above, and bars of what samples are.

import type { Json, JsonObject } from "../../base/json.ts";
import type { Prepared, Series } from "../../contract/chart-drawing.ts";
import { branches } from "../../stats/clusters/branches.ts";
import type { Clustering } from "../../stats/clusters/hclust.ts";
import { groupRows } from "../parts/chart-groups.ts";
import { groupMeta, groupName } from "../parts/drawing.ts";
import { f8, plainText } from "../parts/plot-array.ts";
import type { HeatmapOptions } from "./chart.ts";

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

/** The colour and the columns that are named, each as a bar over the columns of the picture. */
export function barsOf(
  { spec, color, source }: Prepared<HeatmapOptions>,
  columns: readonly (readonly number[])[],
): readonly Bar[] {
  const named = spec.chart.bars
    .filter((name) => name !== color?.name)
    .map((name, at) => source.series(name, ["chart", "bars", at], false));
  return [...(color ? [color] : []), ...named].map(
    (series): Bar => ({
      name: series.name,
      traces: tracesOf(series, columns),
    }),
  );
}

function tracesOf(series: Series, columns: readonly (readonly number[])[]): readonly JsonObject[] {
  const rows = series.kind === "text" ? series.codes.length : series.values.length;
  const groups = groupRows(series, new Uint8Array(rows).fill(1), { order: "name", most: mostColours });
  return groups.list.flatMap((group, index): JsonObject[] => {
    const at = columns.flatMap((samples, place) => (groups.of[samples[0] as number] === index ? [place] : []));
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

/** The axes that the trees and bars need, and what they leave to the matrix. `top`: where the matrix ends, as a share of the height. */
export function besideMatrix(of: {
  readonly features: Clustering | null;
  readonly samples: Clustering | null;
  readonly bars: readonly Bar[];
  /** Rows and columns of the matrix. */
  readonly size: { readonly rows: number; readonly columns: number };
}): {
  readonly traces: readonly JsonObject[];
  readonly layout: JsonObject;
  readonly xaxis: JsonObject;
  readonly yaxis: JsonObject;
  readonly top: number;
} {
  const { features, samples, bars } = of;
  const right = features ? 1 - treeShare : 1;
  const barsFrom = (samples ? 1 - treeShare : 1) - bars.length * barShare;
  const top = bars.length > 0 || samples ? barsFrom - gap : 1;
  const hidden = { visible: false, fixedrange: true, zeroline: false, showgrid: false };
  const layout: { [key: string]: Json } = {};
  const traces: JsonObject[] = [];
  if (bars.length > 0) {
    layout["yaxis3"] = { ...hidden, domain: [barsFrom, barsFrom + bars.length * barShare], range: [0, bars.length], anchor: "x" };
    layout["barmode"] = "overlay";
    layout["bargap"] = 0;
    // The first stands on top.
    bars.forEach((bar, at) => {
      for (const trace of bar.traces) traces.push({ ...trace, xaxis: "x", yaxis: "y3", base: bars.length - 1 - at });
    });
  }
  if (samples) {
    layout["yaxis2"] = { ...hidden, domain: [1 - treeShare + gap, 1], rangemode: "tozero", anchor: "x" };
    const { along, up } = branches(samples);
    traces.push({ ...tree, xaxis: "x", yaxis: "y2", x: along, y: up });
  }
  if (features) {
    layout["xaxis2"] = { ...hidden, domain: [right + gap, 1], rangemode: "tozero", anchor: "y" };
    const { along, up } = branches(features);
    traces.push({ ...tree, xaxis: "x2", yaxis: "y", x: up, y: along });
  }
  return {
    traces,
    layout,
    // Said, for strokes and bars would else make room around the matrix.
    xaxis: { ...(features ? { domain: [0, right] } : {}), range: [-0.5, of.size.columns - 0.5] },
    yaxis: { ...(top < 1 ? { domain: [0, top] } : {}), range: [of.size.rows - 0.5, -0.5] },
    top,
  };
}

const tree: JsonObject = {
  type: "scatter",
  mode: "lines",
  name: "",
  line: { width: 1 },
  hoverinfo: "skip",
  showlegend: false,
  meta: { role: "rest", part: "tree" },
};

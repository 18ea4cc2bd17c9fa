// A QQ plot of p values: how surprising each is beside what chance would make of as many, with the band in which chance would have each
// of them (order statistics of uniform numbers are beta-distributed; independent tests are taken for given). Pure.

import type { JsonObject } from "../../base/json.ts";
import { beta } from "../../stats/distributions/beta.ts";
import { f8 } from "./plot-array.ts";

export interface QuantilePoints {
  readonly traces: readonly JsonObject[];
  readonly layout: JsonObject;
  readonly drawn: number;
}

/** The most surprising are all drawn; of the others as many as an axis tells apart. */
const [allOf, ofOthers, ofBand] = [2000, 600, 60];

/** `surprise`: -log10 p, NaN left out. `share`: of the band. */
export function quantileQuantile(surprise: Float64Array, share = 0.95): QuantilePoints {
  const sorted = surprise
    .filter((value) => value === value)
    .sort()
    .reverse();
  const n = sorted.length;
  const expected = (rank: number): number => -Math.log10((rank + 0.5) / n);
  const ranks: number[] = [];
  for (let rank = 0; rank < Math.min(n, allOf); rank++) ranks.push(rank);
  // Even steps along the axis, of which logarithms are near each other where p is near 1.
  if (n > allOf)
    for (let step = 1; step <= ofOthers; step++) {
      const rank = Math.round(allOf * (n / allOf) ** (step / ofOthers)) - 1;
      if (rank > (ranks.at(-1) as number)) ranks.push(rank);
    }
  const bandRanks = [...new Set(Array.from({ length: ofBand }, (_, at) => Math.round(n ** (at / (ofBand - 1))) - 1))].filter(
    (rank) => rank < n,
  );
  const edge = (tail: number): number[] => bandRanks.map((rank) => -Math.log10(beta.quantile(tail, rank + 1, n - rank)));
  const [low, high] = [edge(1 - (1 - share) / 2), edge((1 - share) / 2)];
  const across = bandRanks.map(expected);
  const most = n === 0 ? 1 : expected(0);
  const quiet = { hoverinfo: "skip", showlegend: false };
  return {
    traces: [
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x: f8([...across, ...[...across].reverse()]),
        y: f8([...low, ...[...high].reverse()]),
        fill: "toself",
        line: { width: 0 },
        ...quiet,
        meta: { role: "others", part: "band" },
      },
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x: [0, most],
        y: [0, most],
        line: { dash: "dash", width: 1 },
        ...quiet,
        meta: { role: "rest", part: "threshold" },
      },
      {
        type: "scatter",
        mode: "markers",
        name: "",
        x: f8(ranks.map(expected)),
        y: f8(ranks.map((rank) => sorted[rank] as number)),
        marker: { size: 4 },
        hovertemplate: "%{y:.3~g} (%{x:.3~g})<extra></extra>",
        showlegend: false,
        meta: { role: "plain", part: "points" },
      },
    ],
    layout: {
      xaxis: { title: { text: "" }, rangemode: "tozero", zeroline: false },
      yaxis: { title: { text: "" }, rangemode: "tozero", zeroline: false },
      showlegend: false,
    },
    drawn: ranks.length,
  };
}

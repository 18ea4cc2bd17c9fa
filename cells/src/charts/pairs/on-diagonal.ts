// How each column of a matrix of pairs is distributed, by colour: densities, or bars that stand on each other. On an axis of its own,
// since what it counts is no value of the column.

import type { JsonObject } from "../../base/json.ts";
import type { NumberSeries } from "../../contract/chart-drawing.ts";
import { binOf } from "../../stats/bins.ts";
import { chooseBins } from "../parts/bins.ts";
import type { Group } from "../parts/chart-groups.ts";
import { densityShape } from "../parts/density-shape.ts";
import { fewestForShape } from "../parts/drawing.ts";
import { f8 } from "../parts/plot-array.ts";

export interface Coloured {
  readonly group: Group | null;
  readonly name: string;
  readonly rows: ArrayLike<number>;
  readonly meta: JsonObject;
}
export interface OnDiagonal {
  readonly traces: readonly JsonObject[];
  /** Groups of which there are too few values. */
  readonly few: number;
}

const presentOf = ({ values }: NumberSeries, rows: ArrayLike<number>): Float64Array =>
  Float64Array.from(rows, (row) => values[row] as number).filter((value) => !Number.isNaN(value));

const shared = ({ name }: Coloured): JsonObject => ({ name, legendgroup: name, showlegend: false });

export function densitiesOf(series: NumberSeries, colours: readonly Coloured[], axes: JsonObject): OnDiagonal {
  const notNegative = !series.values.some((value) => value < 0);
  let few = 0;
  const traces = colours.flatMap((colour): JsonObject[] => {
    const values = presentOf(series, colour.rows);
    const shape = values.length < fewestForShape ? null : densityShape(values, { log: false, notNegative });
    if (!shape) {
      if (values.length > 0) few++;
      return [];
    }
    return [
      {
        ...axes,
        ...shared(colour),
        type: "scatter",
        mode: "lines",
        fill: "toself",
        line: { simplify: false },
        x: f8([shape.at[0] as number, ...shape.at, shape.at.at(-1) as number]),
        y: f8([0, ...shape.density, 0]),
        hoverinfo: "name",
        meta: { ...colour.meta, part: "density" },
      },
    ];
  });
  return { traces, few };
}

export function histogramsOf(series: NumberSeries, colours: readonly Coloured[], axes: JsonObject): OnDiagonal {
  const all = series.values.filter((value) => !Number.isNaN(value));
  if (all.length === 0) return { traces: [], few: 0 };
  const bins = chooseBins(all, null, series.whole);
  return {
    few: 0,
    traces: colours.map((colour) => {
      const n = new Float64Array(bins.count);
      for (const value of presentOf(series, colour.rows)) n[binOf(bins, value)] = (n[binOf(bins, value)] as number) + 1;
      return {
        ...axes,
        ...shared(colour),
        type: "bar",
        x: f8(Array.from(n, (_, bin) => bins.start + (bin + 0.5) * bins.width)),
        y: f8(n),
        width: bins.width,
        hovertemplate: "%{x:.3~g}: n = %{y}<extra></extra>",
        meta: colour.meta,
      };
    }),
  };
}

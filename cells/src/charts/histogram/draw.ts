// How the values of a series are distributed, counted here so that a figure holds bins and never the values. Of a matrix
// without a series: all its values. On a logarithmic axis the bins are equal in the logarithm.

import { asWritten } from "../../artifacts/as-written.ts";
import { saysSelects } from "../../artifacts/figure-selects.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Drawing, NumberSeries, Prepared } from "../../contract/chart-drawing.ts";
import { drawBars } from "../parts/bars.ts";
import { binOf, edgeOf } from "../../stats/bins.ts";
import { chooseBins } from "../parts/bins.ts";
import { boxStats } from "../parts/box-stats.ts";
import { scaleUnit } from "../parts/chart-data.ts";
import { groupRows, rowsByGroup } from "../parts/chart-groups.ts";
import {
  axis,
  axisTitle,
  axisWords,
  groupMeta,
  groupName,
  labelOf,
  noteOfLeftOut,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  textColumn,
  told,
  usableRows,
} from "../parts/drawing.ts";
import { f8 } from "../parts/plot-array.ts";
import { noRows, seriesNeeded } from "../parts/refusals.ts";
import { words } from "../parts/words.ts";
import type { HistogramOptions } from "./chart.ts";

export function draw(prepared: Prepared<HistogramOptions>): Drawing {
  const { spec, source } = prepared;
  const ofAll = prepared.x === null && source.assay ? allValues(prepared) : null;
  const x = ofAll ?? seriesNeeded(prepared.x, "x");
  if (x.kind === "text") return drawBars(prepared, { measure: "count", stacked: true });
  const rows = x.values.length;
  const counts = usableRows(rows, [{ series: x, log: spec.logX }]);
  if (counts.left === 0) noRows(counts, rows, { x }, spec);
  const groups =
    prepared.color && !ofAll ? groupRows(prepared.color, counts.use, { order: "name", most: Math.min(spec.groups, 12) }) : null;
  const scaled = spec.logX ? x.values.map((value) => Math.log10(value)) : x.values;
  const used = (values: Float64Array): Float64Array => {
    const out = new Float64Array(counts.left);
    for (let row = 0, at = 0; row < rows; row++) if (counts.use[row]) out[at++] = values[row] as number;
    return out;
  };
  const usable = used(scaled);
  const bins = chooseBins(binned(x, spec.logX) ?? usable, spec.chart.bins, x.whole && !spec.logX);
  const traces: JsonObject[] = [];
  const data: { group: string | null; from: number; to: number; n: number }[] = [];
  const back = (value: number): number => (spec.logX ? 10 ** value : value);
  const byGroup = groups && rowsByGroup(groups.of, groups.list.length);
  (groups?.list ?? [null]).forEach((group, index) => {
    const n = new Float64Array(bins.count);
    if (byGroup) {
      for (const row of byGroup[index] ?? []) bump(n, binOf(bins, scaled[row] as number));
    } else for (let row = 0; row < rows; row++) if (counts.use[row]) bump(n, binOf(bins, scaled[row] as number));
    n.forEach((value, bin) => {
      data.push({
        group: labelOf(group),
        from: back(edgeOf(bins, bin)),
        to: back(edgeOf(bins, bin + 1)),
        n: value,
      });
    });
    traces.push({
      type: "bar",
      name: group ? groupName(group, groups?.rest ?? 0) : "",
      x: f8(Array.from(n, (_, bin) => bins.start + (bin + 0.5) * bins.width)),
      y: f8(n),
      width: bins.width,
      customdata: Array.from(n, (_, bin) => spanOf(back(edgeOf(bins, bin)), back(edgeOf(bins, bin + 1)))),
      hovertemplate: "%{customdata}<br>n = %{y}<extra></extra>",
      showlegend: group !== null,
      meta: groupMeta(group, prepared.color?.name ?? "", groups?.rest ?? 0),
    });
  });
  const xTitle = axisTitle({ own: spec.xTitle, series: x, log: spec.logX });
  const yTitle = axisTitle({
    own: spec.yTitle,
    series: null,
    log: spec.logY,
    word: ofAll ? "axis-values" : source.what === "matrix" ? "axis-samples" : "axis-rows",
  });
  const stats = boxStats(used(x.values));
  return {
    traces,
    // Values of a whole matrix are no rows.
    ...(ofAll ? {} : { meta: saysSelects({ way: "bins", isLog: spec.logX }) }),
    layout: {
      xaxis: axis(xTitle, spec.logX ? powersOfTen(bins.start, bins.end) : roundTicks(bins.start, bins.end)),
      yaxis: axis(yTitle, spec.logY ? { type: "log" } : { rangemode: "tozero" }),
      barmode: "stack",
      bargap: 0,
      showlegend: groups !== null,
    },
    columns: [
      ...(groups
        ? [
            textColumn(
              groups.name,
              data.map((bin) => bin.group),
            ),
          ]
        : []),
      numberColumn(
        "from",
        data.map((bin) => bin.from),
        x.unit,
      ),
      numberColumn(
        "to",
        data.map((bin) => bin.to),
        x.unit,
      ),
      numberColumn(
        "n",
        data.map((bin) => bin.n),
      ),
    ],
    rows: data.length,
    marks: data.length,
    alt: words.sentence("alt-histogram", {
      x: x.name,
      n: counts.left,
      min: stats ? told(stats.min) : null,
      median: stats ? told(stats.median) : null,
      max: stats ? told(stats.max) : null,
      bins: bins.count,
    }),
    notes: [...noteOfLeftOut(counts, rows), ...noteOfRest(groups), ...noteOfOrder(spec.order, [])],
    words: axisWords(xTitle, yTitle),
  };
}

/** Of one panel of several: the values of all of them, so that bins are alike. */
function binned({ among }: NumberSeries, log: boolean): Float64Array | null {
  if (among?.kind !== "number") return null;
  const values = log ? among.values.map((value) => Math.log10(value)) : among.values;
  return values.filter((value) => Number.isFinite(value));
}

/** Both ends of a bin to a hundredth of its width: far from 0 they are told apart as beside it. */
function spanOf(from: number, to: number): string {
  const decimals = Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(to - from))));
  const end = (value: number): string => String(Number(value.toFixed(decimals)));
  return `${end(from)} – ${end(to)}`;
}

const bump = (counts: Float64Array, bin: number): void => {
  counts[bin] = (counts[bin] as number) + 1;
};

/** Ticks at 1, 10, 100 … on an axis that holds logarithms. */
function powersOfTen(low: number, high: number): JsonObject {
  const first = Math.floor(low);
  const step = Math.max(1, Math.ceil((high - low) / 8));
  const vals: number[] = [];
  for (let power = first; power <= Math.ceil(high); power += step) vals.push(power);
  return {
    tickmode: "array",
    tickvals: vals,
    ticktext: vals.map((power) => (power >= -3 && power <= 5 ? told(10 ** power) : `10<sup>${power}</sup>`)),
  };
}

/** Ticks at round numbers: left to itself, Plotly writes one under the middle of each of a few bars. */
function roundTicks(low: number, high: number): JsonObject {
  const rough = (high - low) / 7;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const vals: number[] = [];
  for (let n = Math.ceil(low / step); n * step <= high; n++) vals.push(Number((n * step).toPrecision(12)));
  return { tickmode: "array", tickvals: vals };
}

function allValues(prepared: Prepared<HistogramOptions>): NumberSeries {
  const assay = prepared.source.assay;
  if (!assay) return { kind: "number", name: "", unit: "", semantic: null, values: new Float64Array(0), whole: false };
  const { values: stored } = assay;
  const values = new Float64Array(assay.featureCount * assay.sampleCount);
  for (let at = 0; at < stored.data.length; at++) values[at] = asWritten(stored.data[at] as number);
  const unit = scaleUnit[assay.scale];
  return { kind: "number", name: unit || "value", unit: "", semantic: null, values, whole: assay.scale === "counts" };
}

// Bars by group: rows counted, or sum, mean or median of a series; beside each other or stacked by colour. Drawn by the
// family of bars, and by histograms of text.

import type { JsonObject } from "../../base/json.ts";
import type { Drawing, Prepared } from "../../contract/chart-drawing.ts";
import type { ChartOptions } from "../../contract/chart-fields.ts";
import { momentsOf } from "../../stats/moments.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { sumOf } from "../../stats/sums.ts";
import { type Group, groupRows, rowsByGroup } from "./chart-groups.ts";
import {
  axis,
  axisNames,
  axisTitle,
  type AxisWord,
  axisWords,
  groupAxis,
  groupMeta,
  groupName,
  labelOf,
  noteOfLeftOut,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  partsTold,
  selectsGroups,
  textColumn,
  told,
  usableRows,
} from "./drawing.ts";
import { halfOf, type Interval } from "./interval-of-mean.ts";
import { f8 } from "./plot-array.ts";
import { noRows, numbersNeeded, seriesNeeded } from "./refusals.ts";
import { words } from "./words.ts";

export type Measure = "count" | "sum" | "mean" | "median";

export function drawBars(
  prepared: Prepared<ChartOptions>,
  { measure, stacked, interval = "none" }: { readonly measure: Measure; readonly stacked: boolean; readonly interval?: Interval },
): Drawing {
  const { spec, source } = prepared;
  const x = seriesNeeded(prepared.x, "x");
  const y = measure === "count" ? null : numbersNeeded(prepared.y, "y");
  const counts = usableRows(source.rows, [{ series: y, log: false }]);
  if (counts.left === 0) noRows(counts, source.rows, { y }, spec);
  const valuesOf = (rows: Int32Array): Float64Array =>
    y ? Float64Array.from(rows, (row) => y.values[row] as number) : new Float64Array(rows.length).fill(1);
  const height = (rows: Int32Array): number => measured(measure, valuesOf(rows));
  const groups = groupRows(x, counts.use, { order: spec.order, most: spec.groups, rank: height });
  const sameField = prepared.color !== null && prepared.color.name === x.name;
  const colours = prepared.color
    ? groupRows(prepared.color, counts.use, { order: "name", most: sameField ? spec.groups : Math.min(spec.groups, 12) })
    : null;
  // On bars that stand on each other an interval would have no place of its own.
  const isStacked = stacked || sameField;
  const ofMean = interval !== "none" && measure === "mean" && !(stacked && colours !== null && !sameField) ? interval : null;
  const traces: JsonObject[] = [];
  const data: { x: Group; color: Group | null; n: number; value: number; half: number }[] = [];
  const byGroup = rowsByGroup(groups.of, groups.list.length);
  (colours?.list ?? [null]).forEach((colour, place) => {
    const bars = groups.list.flatMap((group, index) => {
      const rows = (byGroup[index] ?? new Int32Array()).filter((row) => !colours || colours.of[row] === place);
      return rows.length === 0
        ? []
        : [
            {
              index,
              group,
              n: rows.length,
              value: height(rows),
              half: ofMean ? halfOf(ofMean, momentsOf(valuesOf(rows))) : Number.NaN,
            },
          ];
    });
    for (const bar of bars) data.push({ x: bar.group, color: colour, n: bar.n, value: bar.value, half: bar.half });
    traces.push({
      type: "bar",
      name: colour ? groupName(colour, colours?.rest ?? 0) : "",
      x: f8(bars.map((bar) => bar.index)),
      y: f8(bars.map((bar) => bar.value)),
      ...(ofMean
        ? {
            error_y: {
              type: "data",
              array: bars.map(({ half }) => (Number.isNaN(half) ? null : half)),
              thickness: 1.5,
              width: 5,
            },
          }
        : {}),
      customdata: bars.map((bar) => bar.n),
      hovertemplate: measure === "count" ? "%{y}<extra></extra>" : "%{y}<br>n = %{customdata}<extra></extra>",
      showlegend: colour !== null && !sameField,
      meta: groupMeta(colour, prepared.color?.name ?? "", colours?.rest ?? 0),
    });
  });
  const low = spec.logY ? data.filter((bar) => bar.value <= 0).length : 0;
  if (low > 0 && low === data.length) noRows({ missing: 0, nonPositive: low }, low, { y }, spec);
  const said: { readonly word: AxisWord; readonly params?: JsonObject } =
    measure === "count"
      ? { word: source.what === "matrix" ? "axis-samples" : "axis-rows" }
      : y?.unit
        ? { word: `axis-${measure}-unit`, params: { name: y.name, unit: y.unit } }
        : { word: `axis-${measure}`, params: { name: y?.name ?? "" } };
  const yTitle = axisTitle({ own: spec.yTitle, series: null, log: spec.logY, ...said });
  const xTitle = axisTitle({ own: spec.xTitle, series: x, log: false });
  const parts = partsTold(
    data.map((bar) => `${[bar.x.label, sameField ? undefined : bar.color?.label].filter(Boolean).join(" ")} ${told(bar.value)}`),
  );
  return {
    traces,
    meta: selectsGroups(groups, false),
    layout: {
      xaxis: groupAxis(xTitle, axisNames(groups), 0),
      yaxis: axis(yTitle, spec.logY ? { type: "log" } : { rangemode: "tozero" }),
      barmode: isStacked ? "stack" : "group",
      bargap: 0.3,
      showlegend: colours !== null && !sameField,
    },
    columns: [
      textColumn(
        x.name,
        data.map((bar) => labelOf(bar.x)),
      ),
      ...(colours && !sameField
        ? [
            textColumn(
              colours.name,
              data.map((bar) => labelOf(bar.color)),
            ),
          ]
        : []),
      numberColumn(
        measure === "count" ? "n" : measure,
        data.map((bar) => bar.value),
        y?.unit ?? "",
      ),
      ...(ofMean
        ? ([-1, 1] as const).map((side) =>
            numberColumn(
              side < 0 ? "from" : "to",
              data.map(({ value, half }) => value + side * half),
              y?.unit ?? "",
            ),
          )
        : []),
      ...(measure === "count"
        ? []
        : [
            numberColumn(
              "n",
              data.map((bar) => bar.n),
            ),
          ]),
    ],
    rows: data.length,
    marks: data.length,
    alt: words.sentence(`alt-bar-${measure}`, { x: x.name, y: y?.name ?? "", parts }),
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...(low > 0 ? [words.sentence("note-log-bars", { n: low, bars: data.length })] : []),
      ...noteOfRest(groups, sameField ? null : colours),
      ...noteOfOrder(spec.order, [groups], true),
      ...(ofMean ? [words.sentence(`note-interval-${ofMean}`)] : []),
      ...(ofMean && data.some(({ half }) => Number.isNaN(half)) ? [words.sentence("note-interval-one")] : []),
      ...(interval !== "none" && !ofMean
        ? [words.sentence(measure === "mean" ? "note-interval-stacked" : "note-interval-mean")]
        : []),
    ],
    words: axisWords(xTitle, yTitle),
  };
}

function measured(measure: Measure, values: Float64Array): number {
  switch (measure) {
    case "count":
      return values.length;
    case "median":
      return medianOf(values);
    case "sum":
      return sumOf(values);
    case "mean":
      return sumOf(values) / values.length;
  }
}

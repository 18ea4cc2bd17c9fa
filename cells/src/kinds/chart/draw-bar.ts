// Bars by group: rows counted, or sum, mean or median of a series; beside each other or stacked by colour.

import type { JsonObject } from "../../base/json.ts";
import { quantiles } from "./box-stats.ts";
import {
  axis,
  axisTitle,
  type Drawing,
  groupAxis,
  groupMeta,
  groupName,
  noteOfLeftOut,
  numberColumn,
  type Prepared,
  short,
  textColumn,
  usableRows,
  type Words,
} from "./drawing.ts";
import { type Group, groupRows, rowsOfGroup } from "./group-rows.ts";
import { f8, shortText } from "./plot-array.ts";
import { noRows, numbersNeeded, seriesNeeded } from "./refusals.ts";

type Measure = "count" | "sum" | "mean" | "median";

export function drawBar(prepared: Prepared): Drawing {
  const { spec, source } = prepared;
  const x = seriesNeeded(prepared.x, "x", spec);
  const measure: Measure = spec.chart.type === "bar" ? spec.chart.measure : "count";
  const stacked = spec.chart.type === "bar" && spec.chart.stacked;
  const y = measure === "count" ? null : numbersNeeded(prepared.y, "y", spec);
  const counts = usableRows(source.rows, [{ series: y, log: false }]);
  if (counts.left === 0) noRows(counts, source.rows, { y }, spec);
  const height = (rows: Int32Array): number => {
    const values = new Float64Array(rows.length).fill(1);
    if (y) for (let i = 0; i < values.length; i++) values[i] = y.values[rows[i] as number] as number;
    return measured(measure, values);
  };
  const groups = groupRows(x, counts.use, { order: spec.order, most: spec.groups, rank: height });
  const sameField = prepared.color !== null && prepared.color.name === x.name;
  const colours = prepared.color
    ? groupRows(prepared.color, counts.use, { order: "name", most: sameField ? spec.groups : Math.min(spec.groups, 12) })
    : null;
  const traces: JsonObject[] = [];
  const data: { x: Group; color: Group | null; n: number; value: number }[] = [];
  (colours?.list ?? [null]).forEach((colour, place) => {
    const bars = groups.list.flatMap((group, index) => {
      const rows = rowsOfGroup(groups.of, index).filter((row) => !colours || colours.of[row] === place);
      return rows.length === 0 ? [] : [{ index, group, n: rows.length, value: height(rows) }];
    });
    for (const bar of bars) data.push({ x: bar.group, color: colour, n: bar.n, value: bar.value });
    traces.push({
      type: "bar",
      name: colour ? groupName(colour, colours?.rest ?? 0) : "",
      x: f8(bars.map((bar) => bar.index)),
      y: f8(bars.map((bar) => bar.value)),
      customdata: bars.map((bar) => bar.n),
      hovertemplate: measure === "count" ? "%{y}<extra></extra>" : "%{y}<br>n = %{customdata}<extra></extra>",
      showlegend: colour !== null && !sameField,
      meta: groupMeta(colour, prepared.color?.name ?? "", colours?.rest ?? 0),
    });
  });
  const low = spec.logY ? data.filter((bar) => bar.value <= 0).length : 0;
  if (low > 0 && low === data.length) noRows({ missing: 0, nonPositive: low }, low, { y }, spec);
  const word: Words =
    measure === "count"
      ? { key: source.what === "matrix" ? "chart.axis-samples" : "chart.axis-rows", params: {} }
      : {
          key: y?.unit ? `chart.axis-${measure}-unit` : `chart.axis-${measure}`,
          params: y?.unit ? { name: y.name, unit: y.unit } : { name: y?.name ?? "" },
        };
  const yTitle = axisTitle({ own: spec.yTitle, series: null, log: spec.logY, word });
  const xTitle = axisTitle({ own: spec.xTitle, series: x, log: false });
  const parts = data
    .slice(0, 24)
    .map((bar) => `${[bar.x.label, sameField ? undefined : bar.color?.label].filter(Boolean).join(" ")} ${short(bar.value)}`);
  return {
    traces,
    layout: {
      xaxis: groupAxis(
        xTitle,
        groups.list.map((group) => (group.role === "group" ? shortText(group.label, 24) : groupName(group, groups.rest))),
        0,
      ),
      yaxis: axis(yTitle, spec.logY ? { type: "log" } : { rangemode: "tozero" }),
      barmode: stacked || sameField ? "stack" : "group",
      bargap: 0.3,
      showlegend: colours !== null && !sameField,
    },
    columns: [
      textColumn(
        x.name,
        data.map((bar) => (bar.x.role === "missing" ? null : bar.x.label)),
      ),
      ...(colours && !sameField
        ? [
            textColumn(
              colours.name,
              data.map((bar) => (bar.color?.role === "missing" ? null : (bar.color?.label ?? null))),
            ),
          ]
        : []),
      numberColumn(
        measure === "count" ? "n" : measure,
        data.map((bar) => bar.value),
        y?.unit ?? "",
      ),
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
    alt: { key: `chart.alt-bar-${measure}`, params: { x: x.name, y: y?.name ?? "", parts, more: Math.max(0, data.length - 24) } },
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...(low > 0 ? [{ key: "chart.note-log-bars", params: { n: low, bars: data.length } }] : []),
      ...(groups.rest > 0 ? [{ key: "chart.note-rest", params: { n: groups.rest, field: groups.name } }] : []),
    ],
    words: [
      { path: ["xaxis", "title", "text"], ...xTitle },
      { path: ["yaxis", "title", "text"], ...yTitle },
    ],
  };
}

/** Sums are compensated (Neumaier), so that a million small numbers beside a large one are not lost. */
function measured(measure: Measure, values: Float64Array): number {
  if (measure === "count") return values.length;
  if (measure === "median") return quantiles(values, [0.5])[0] ?? Number.NaN;
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return measure === "sum" ? sum + lost : (sum + lost) / values.length;
}

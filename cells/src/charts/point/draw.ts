// Points of two series, coloured by group or by number, sized by a third. Text on an axis becomes groups with the points
// spread beside each other. Above 100,000 points their density is drawn instead, and said so.

import { saysSelects } from "../../artifacts/figure-selects.ts";
import { plainText } from "../../artifacts/figure-text.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Drawing, NumberSeries, Prepared, Series } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { columnOf, type Side, sideOf } from "../parts/axis-side.ts";
import { type Bins, binOf } from "../../stats/bins.ts";
import { chooseBins } from "../parts/bins.ts";
import { plainTextsOf } from "../parts/chart-data.ts";
import { type Group, groupRows, rowsByGroup } from "../parts/chart-groups.ts";
import {
  axisWords,
  groupMeta,
  groupName,
  mostMarks,
  mostSvgPoints,
  noteOfLeftOut,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  partsTold,
  selectsGroups,
  sentence,
  usableRows,
} from "../parts/drawing.ts";
import { marksOutliers, Rings, valuesOnAxis } from "../parts/outlier-marks.ts";
import { f8 } from "../parts/plot-array.ts";
import { noRows, numbersNeeded, seriesNeeded } from "../parts/refusals.ts";
import { words } from "../parts/words.ts";
import type { PointOptions } from "./chart.ts";
import { drawBeyond, isBeyond } from "./draw-beyond.ts";
import { trendsOf } from "./trends-of.ts";
import { words as own } from "./words.ts";

export function draw(prepared: Prepared<PointOptions>): Drawing {
  const { spec, source } = prepared;
  const xSeries = seriesNeeded(prepared.x, "x");
  const ySeries = seriesNeeded(prepared.y, "y");
  const logs = { x: spec.logX && xSeries.kind === "number", y: spec.logY && ySeries.kind === "number" };
  const counts = usableRows(source.rows, [
    { series: xSeries, log: logs.x },
    { series: ySeries, log: logs.y },
  ]);
  if (counts.left === 0) noRows(counts, source.rows, { x: xSeries, y: ySeries }, spec);
  const size = prepared.size && numbersNeeded(prepared.size, "size");
  const isDense = counts.left > mostOf(prepared);
  const sized = size && !isDense && !isBeyond(spec) ? leaveOutSizes(size, counts.use) : null;
  const xAxis = sideOf(xSeries, counts.use, spec.groups, spec.order, logs.x, spec.xTitle);
  const { smallestAbove } = spec.chart;
  if (smallestAbove && ySeries.kind !== "number") {
    const path = ["chart", "smallestAbove"];
    own.fail("smallest-above-text", { column: ySeries.name }, { at: path, fix: { path, value: false } });
  }
  const yAxis = sideOf(ySeries, counts.use, spec.groups, spec.order, logs.y, spec.yTitle, smallestAbove);
  const shared = {
    layout: { xaxis: xAxis.layout, yaxis: yAxis.layout },
    words: axisWords(xAxis.title, yAxis.title),
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...(sized?.notes ?? []),
      ...noteOfRest(xAxis.groups, yAxis.groups),
      ...noteOfOrder(spec.order, [xAxis.groups, yAxis.groups]),
    ],
  };
  if (isBeyond(spec)) {
    if (!isDense) {
      const sides = { x: xAxis, y: yAxis, logX: logs.x, logY: logs.y };
      return drawBeyond({ ...prepared, x: xSeries, y: ySeries }, counts.use, sides, shared);
    }
    shared.notes.push(own.sentence("note-density-beyond"));
  }
  const isOutlier = marksOutliers(prepared);
  if (isDense && isOutlier) shared.notes.push(words.sentence("note-density-outliers"));
  if (isDense) {
    const { traces, notes } = trendsOf(prepared, {
      x: xSeries,
      y: ySeries,
      logs,
      groups: [
        {
          group: null,
          rows:
            rowsByGroup(
              Int32Array.from(counts.use, (used) => used - 1),
              1,
            )[0] ?? new Int32Array(),
        },
      ],
      rest: 0,
    });
    const drawn = density(prepared, xAxis, yAxis, counts.left, shared);
    // Over all colours of a density.
    const over = traces.map((trace) => ({ ...trace, meta: { ...(trace["meta"] as JsonObject), role: "ink" } }));
    return { ...drawn, traces: [...drawn.traces, ...over], notes: [...drawn.notes, ...notes] };
  }

  const byNumber = prepared.color?.kind === "number" ? prepared.color : null;
  const groups = prepared.color && !byNumber ? groupRows(prepared.color, counts.use, { order: "name", most: spec.groups }) : null;
  const sizeOf = size && sizes(size, counts.use);
  const numberGroup = byNumber
    ? Int32Array.from(counts.use, (used, row) => (used ? (Number.isNaN(byNumber.values[row] as number) ? 1 : 0) : -1))
    : null;
  const one = Int32Array.from(counts.use, (used) => (used ? 0 : -1));
  const list: readonly (Group | null)[] = groups?.list ?? (numberGroup ? [null, missingGroup] : [null]);
  const of = groups?.of ?? numberGroup ?? one;

  const traces: JsonObject[] = [];
  const drawn: number[] = [];
  const rings = new Rings();
  const byGroup = rowsByGroup(of, list.length);
  list.forEach((group, index) => {
    const rows = Array.from(byGroup[index] ?? []);
    if (rows.length === 0) return;
    for (const row of rows) drawn.push(row);
    const [x, y] = [xAxis.place(rows), yAxis.place(rows)];
    if (isOutlier) {
      const [xs, ys] = [valuesOnAxis(x), valuesOnAxis(y)];
      for (const [at, row] of rows.entries()) if (isOutlier(row)) rings.add(xs[at] ?? "", ys[at] ?? "", sizeOf?.(row));
    }
    const numeric = byNumber !== null && group === null;
    traces.push({
      type: counts.left - (sized?.leftOut ?? 0) > mostSvgPoints ? "scattergl" : "scatter",
      mode: "markers",
      name: group ? groupName(group, groups?.rest ?? 0) : "",
      x,
      y,
      ...(prepared.label ? { text: plainTextsOf(prepared.label, rows) } : {}),
      hovertemplate: `${prepared.label ? "%{text}<br>" : ""}${hoverOf(xAxis)}${hoverOf(yAxis)}<extra></extra>`
        .replace("%{v}", "%{x}")
        .replace("%{v}", "%{y}"),
      marker: {
        ...(sizeOf ? { size: f8(rows.map(sizeOf)) } : {}),
        ...(numeric
          ? {
              color: f8(rows.map((row) => byNumber.values[row] as number)),
              showscale: true,
              colorbar: { title: { text: plainText(byNumber.unit ? `${byNumber.name}, ${byNumber.unit}` : byNumber.name) } },
            }
          : {}),
      },
      showlegend: group !== null,
      meta: numeric
        ? { role: "sequential", part: "points" }
        : { ...groupMeta(group, prepared.color?.name ?? "", groups?.rest ?? 0), part: "points" },
    });
  });

  traces.push(...rings.traces());
  const trends = trendsOf(prepared, {
    x: xSeries,
    y: ySeries,
    logs,
    groups: list.map((group, index) => ({ group, rows: byGroup[index] ?? new Int32Array() })),
    rest: groups?.rest ?? 0,
  });
  traces.push(...trends.traces);
  return {
    traces,
    meta: selectedIn(xAxis, yAxis),
    layout: { ...shared.layout, showlegend: groups !== null || traces.length - trends.traces.length > 1 },
    columns: [
      xAxis.column(drawn),
      yAxis.column(drawn),
      ...(prepared.color ? [columnOf(prepared.color, drawn)] : []),
      ...(prepared.size ? [columnOf(prepared.size, drawn)] : []),
      ...(prepared.label ? [columnOf(prepared.label, drawn)] : []),
    ],
    rows: drawn.length,
    marks: drawn.length,
    alt: words.sentence(groups ? "alt-point-groups" : "alt-point", {
      x: xSeries.name,
      y: ySeries.name,
      n: drawn.length,
      color: prepared.color?.name ?? "",
      parts: partsTold((groups?.list ?? []).map((group) => `${group.label} (n = ${group.rows})`)),
      xRange: xAxis.range,
      yRange: yAxis.range,
    }),
    notes: [...shared.notes, ...noteOfRest(groups), ...trends.notes],
    words: shared.words,
  };
}

/**
 * Above 20,000 points hide each other, and their density says more; but no density shows colours, sizes, and what stands apart: then
 * they are drawn up to 100,000.
 */
const mostOf = ({ spec, color, size }: Prepared<PointOptions>): number =>
  spec.chart.density === "many" || color || size || isBeyond(spec) ? mostMarks : mostSvgPoints;

const missingGroup: Group = { label: "–", role: "missing", colour: -1, rows: 0 };

const hoverOf = (side: Side): string => (side.groups ? "" : `${plainText(sentence(side.title))}: %{v}<br>`);

/** Points whose size is missing or below zero, which no area shows, are taken out of `use`. */
function leaveOutSizes(size: NumberSeries, use: Uint8Array): { readonly leftOut: number; readonly notes: readonly Sentence[] } {
  let rows = 0;
  let missing = 0;
  let negative = 0;
  for (let row = 0; row < use.length; row++) {
    if (!use[row]) continue;
    rows++;
    const value = size.values[row] as number;
    if (value >= 0) continue;
    if (Number.isNaN(value)) missing++;
    else negative++;
    use[row] = 0;
  }
  const leftOut = missing + negative;
  const said = { field: size.name, rows, missing, negative };
  if (leftOut === rows) own.fail("size-of-none", said, { at: ["size"] });
  return {
    leftOut,
    notes: [
      ...(missing > 0 ? [own.sentence("note-size-missing", { ...said, n: missing })] : []),
      ...(negative > 0 ? [own.sentence("note-size-negative", { ...said, n: negative })] : []),
    ],
  };
}

/** Diameter in pixels by row: area grows with the value, from 4 to 22. */
function sizes(series: NumberSeries, use: Uint8Array): (row: number) => number {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  const all = series.among?.kind === "number" ? series.among.values : null;
  for (let row = 0; row < (all ?? use).length; row++) {
    const value = (all ?? series.values)[row] as number;
    if (all ? !(value >= 0) : !use[row]) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return (row) => (max === min ? 4 : Math.sqrt(16 + (((series.values[row] as number) - min) / (max - min)) * (484 - 16)));
}

/** Squares that hold several points each: in finer ones the picture is grain. */
const squaresAcross = (points: number): number => Math.min(300, Math.round(Math.sqrt(points) * 0.6));

/** Colours go by the logarithm, and are named by the numbers of points: 1, 3, 10, 30, … */
function ticksOfCounts(most: number): { readonly tickvals: number[]; readonly ticktext: string[] } {
  const ticks = Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 1 : 3) * 10 ** Math.floor(i / 2)).filter((n) => n <= most);
  return { tickvals: ticks.map((n) => Math.log10(n)), ticktext: ticks.map(String) };
}

/** Of groups along x with a number upwards, which are spread beside each other, groups and bounds. */
const selectedIn = (x: Side, y: Side): JsonObject =>
  x.groups && !y.groups ? selectsGroups(x.groups, true) : saysSelects({ way: "points" });

function density(
  prepared: Prepared<PointOptions>,
  xAxis: Side,
  yAxis: Side,
  left: number,
  shared: Pick<Drawing, "words" | "notes"> & { readonly layout: JsonObject },
): Drawing {
  const { spec, source } = prepared;
  const xs = positions(prepared.x as Series, xAxis, spec.logX);
  const ys = positions(prepared.y as Series, yAxis, spec.logY);
  const usable = Uint8Array.from(xs, (value, row) => (Number.isFinite(value) && Number.isFinite(ys[row] as number) ? 1 : 0));
  const xBins = chooseBins(
    xs.filter((_, row) => usable[row] === 1),
    squaresAcross(left),
    false,
  );
  const yBins = chooseBins(
    ys.filter((_, row) => usable[row] === 1),
    Math.round((squaresAcross(left) * 2) / 3),
    false,
  );
  const count = new Float64Array(xBins.count * yBins.count);
  for (let row = 0; row < source.rows; row++) {
    if (!usable[row]) continue;
    const at = binOf(yBins, ys[row] as number) * xBins.count + binOf(xBins, xs[row] as number);
    count[at] = (count[at] as number) + 1;
  }
  const centre = (bins: Bins, log: boolean): number[] =>
    Array.from({ length: bins.count }, (_, i) => {
      const middle = bins.start + (i + 0.5) * bins.width;
      return log ? 10 ** middle : middle;
    });
  const xCentre = centre(xBins, spec.logX && !xAxis.groups);
  const yCentre = centre(yBins, spec.logY && !yAxis.groups);
  const filled = [...count.keys()].filter((at) => (count[at] as number) > 0);
  return {
    traces: [
      {
        type: "heatmap",
        x: f8(xCentre),
        y: f8(yCentre),
        z: f8(
          count.map((n) => (n === 0 ? Number.NaN : Math.log10(n))),
          `${yBins.count},${xBins.count}`,
        ),
        hoverinfo: "skip",
        showscale: true,
        colorbar: { title: { text: "n" }, ...ticksOfCounts(count.reduce((a, b) => Math.max(a, b), 1)) },
        meta: { role: "sequential" },
      },
    ],
    meta: selectedIn(xAxis, yAxis),
    layout: { ...shared.layout, showlegend: false },
    columns: [
      numberColumn(
        prepared.x?.name ?? "x",
        filled.map((at) => xCentre[at % xBins.count] as number),
      ),
      numberColumn(
        prepared.y?.name ?? "y",
        filled.map((at) => yCentre[Math.floor(at / xBins.count)] as number),
      ),
      numberColumn(
        "n",
        filled.map((at) => count[at] as number),
      ),
    ],
    rows: filled.length,
    marks: filled.length,
    alt: words.sentence("alt-density", {
      x: prepared.x?.name ?? "",
      y: prepared.y?.name ?? "",
      n: left,
      xRange: xAxis.range,
      yRange: yAxis.range,
    }),
    notes: [
      ...shared.notes,
      words.sentence("note-density", { n: left, most: mostOf(prepared) }),
      ...(prepared.color ? [words.sentence("note-density-colour", { field: prepared.color.name })] : []),
      ...(prepared.size ? [own.sentence("note-density-size", { field: prepared.size.name })] : []),
    ],
    words: shared.words,
  };
}

function positions(series: Series, side: Side, log: boolean): Float64Array {
  if (side.groups) return Float64Array.from(side.groups.of, (group) => (group < 0 ? Number.NaN : group));
  if (series.kind === "number") return log ? series.values.map((value) => Math.log10(value)) : series.values;
  return Float64Array.from(series.codes, (code) => (code < 0 ? Number.NaN : Date.parse(series.levels[code] ?? "")));
}

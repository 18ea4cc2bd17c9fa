// Densities by group, computed here so that a figure holds curves and never the values. Below ten values a curve would invent a
// distribution: the values are drawn as points.

import type { JsonObject } from "../../base/json.ts";
import type { Drawing, Prepared } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { type Group, groupRows, rowsByGroup } from "../parts/chart-groups.ts";
import { densityShape, type DensityShape } from "../parts/density-shape.ts";
import {
  axis,
  axisTitle,
  axisWords,
  fewestForShape,
  groupMeta,
  groupName,
  labelOf,
  noteOfLeftOut,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  partsTold,
  textColumn,
  told,
  usableRows,
} from "../parts/drawing.ts";
import { f8 } from "../parts/plot-array.ts";
import { noRows, numbersNeeded } from "../parts/refusals.ts";
import type { DensityOptions } from "./chart.ts";
import { words } from "./words.ts";

interface Curve {
  readonly group: Group | null;
  readonly values: Float64Array;
  /** Null of few values, and where all are equal. */
  readonly shape: DensityShape | null;
}

/** How far a ridge reaches over the next line, in lines. */
const reach = 1.6;
const mostColours = 12;

export function draw(prepared: Prepared<DensityOptions>): Drawing {
  const { spec, source } = prepared;
  const x = numbersNeeded(prepared.x, "x");
  const counts = usableRows(source.rows, [{ series: x, log: spec.logX }]);
  if (counts.left === 0) noRows(counts, source.rows, { x }, spec);
  const isRidges = spec.chart.arranged === "ridges";
  const values = (rows: Int32Array): Float64Array => Float64Array.from(rows, (row) => x.values[row] as number);
  const groups = prepared.color
    ? groupRows(prepared.color, counts.use, {
        order: spec.order,
        most: isRidges ? spec.groups : Math.min(spec.groups, mostColours),
        rank: (rows) => (rows.length === 0 ? 0 : medianOf(values(rows))),
      })
    : null;
  const scale = { log: spec.logX, notNegative: !x.values.some((value) => value < 0) };
  const curveOf = (group: Group | null, own: Float64Array): Curve => ({
    group,
    values: own,
    shape: own.length < fewestForShape ? null : densityShape(own, scale),
  });
  const all = groups ? rowsByGroup(groups.of, groups.list.length) : [];
  const curves = groups
    ? groups.list.flatMap((group, at) => (all[at]?.length ? [curveOf(group, values(all[at] as Int32Array))] : []))
    : [
        curveOf(
          null,
          x.values.filter((_, row) => counts.use[row] === 1),
        ),
      ];
  const heights = heightsOf(curves, spec.chart.height, counts.left);
  const highest = Math.max(0, ...heights.map((height) => height.reduce((a, b) => Math.max(a, b), 0)));
  const lines = isRidges ? curves.length : 1;
  // A ridge begins on its line: the first group stands above.
  const lift = (at: number): number => (isRidges ? lines - 1 - at : 0);
  const stretch = isRidges && highest > 0 ? reach / highest : 1;
  const name = (group: Group | null): string => (group ? groupName(group, groups?.rest ?? 0) : "");
  const traces = curves.flatMap((curve, at): JsonObject[] => {
    const { group, shape } = curve;
    const meta = groupMeta(group, prepared.color?.name ?? "", groups?.rest ?? 0);
    const n = curve.values.length;
    const shared = { type: "scatter", name: name(group), legendgroup: name(group), customdata: [n] };
    const ground = lift(at);
    if (!shape)
      return [
        {
          ...shared,
          mode: "markers",
          x: f8(curve.values),
          y: f8(curve.values.map(() => ground)),
          hovertemplate: "%{x}<extra></extra>",
          showlegend: group !== null && !isRidges,
          meta: { ...meta, part: "points" },
        },
      ];
    const height = heights[at] as Float64Array;
    return [
      {
        ...shared,
        mode: "lines",
        fill: "toself",
        line: { simplify: false },
        x: f8([shape.at[0] as number, ...shape.at, shape.at.at(-1) as number]),
        y: f8([ground, ...Array.from(height, (value) => ground + value * stretch), ground]),
        hoverinfo: "name",
        showlegend: group !== null && !isRidges,
        meta: { ...meta, part: "density" },
      },
    ];
  });
  const xTitle = axisTitle({ own: spec.xTitle, series: x, log: spec.logX });
  const yTitle: Sentence = spec.yTitle
    ? axisTitle({ own: spec.yTitle, series: null, log: false })
    : isRidges
      ? axisTitle({ own: prepared.color?.name ?? "", series: null, log: false })
      : words.sentence(`axis-${spec.chart.height}`);
  const shaped = curves.flatMap(({ group, values: own, shape }, at) =>
    shape ? [{ group, own, shape, height: heights[at] }] : [],
  );
  const points = shaped.flatMap(({ group, own, shape, height }) =>
    Array.from(shape.at, (place, at) => ({ group, place, height: height?.[at] ?? Number.NaN, n: at === 0 ? own.length : 0 })),
  );
  const few = curves.filter(({ shape, values: own }) => !shape && own.length < fewestForShape);
  const fewPoints = curves
    .filter(({ shape }) => !shape)
    .map(({ group, values: own }) => ({ group, place: medianOf(own), height: Number.NaN, n: own.length }));
  const rows = [...points, ...fewPoints];
  return {
    traces,
    layout: {
      xaxis: axis(xTitle, { ...(spec.logX ? { type: "log" } : {}), zeroline: false }),
      yaxis: axis(
        yTitle,
        isRidges
          ? {
              tickmode: "array",
              tickvals: curves.map((_, at) => lift(at)),
              ticktext: curves.map(({ group, values: own }) => `${name(group)} (n = ${own.length})`),
              zeroline: false,
              automargin: true,
            }
          : { rangemode: "tozero" },
      ),
      showlegend: groups !== null && !isRidges,
    },
    columns: [
      ...(groups
        ? [
            textColumn(
              groups.name,
              rows.map(({ group }) => labelOf(group)),
            ),
          ]
        : []),
      numberColumn(
        x.name,
        rows.map(({ place }) => place),
        x.unit,
      ),
      numberColumn(
        spec.chart.height === "density" ? "density" : "height",
        rows.map(({ height }) => height),
      ),
      numberColumn(
        "n",
        rows.map(({ n }) => n),
      ),
    ],
    rows: rows.length,
    marks: curves.length,
    alt: words.sentence(groups ? "alt-by" : "alt", {
      x: x.name,
      by: prepared.color?.name ?? "",
      parts: partsTold(
        curves.map(({ group, values: own }) => `${name(group)} ${told(medianOf(own))} (n = ${own.length})`.trim()),
      ),
    }),
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...noteOfRest(groups),
      ...noteOfOrder(spec.order, [groups], true),
      ...(few.length > 0 ? [words.sentence("note-few", { fewest: fewestForShape, n: few.length })] : []),
      ...(curves.some(({ shape, values: own }) => !shape && own.length >= fewestForShape) ? [words.sentence("note-flat")] : []),
      ...(shaped.length > 0 ? [words.sentence(spec.logX ? "note-bandwidth-log" : "note-bandwidth")] : []),
    ],
    words: axisWords(xTitle, yTitle),
  };
}

/** Of each curve its height along its places. */
function heightsOf(curves: readonly Curve[], by: DensityOptions["height"], all: number): readonly Float64Array[] {
  return curves.map(({ shape, values }) => {
    if (!shape) return new Float64Array(0);
    const factor = by === "highest" ? 1 / shape.peak : by === "count" ? values.length / all : 1;
    return shape.density.map((value) => value * factor);
  });
}

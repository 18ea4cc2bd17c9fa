// Correlations of columns with each other, in the order of their tree, blue below 0 and red above on one scale from -1 to 1.

import type { JsonObject } from "../../base/json.ts";
import type { Drawing, NumberSeries, Prepared } from "../../contract/chart-drawing.ts";
import { hclust } from "../../stats/clusters/hclust.ts";
import { pairAt } from "../../stats/clusters/distances.ts";
import { besidesCommonest } from "../../stats/besides-commonest.ts";
import { correlations, type Correlations } from "../../stats/correlations.ts";
import { presentPairs } from "../../stats/tests/present-pairs.ts";
import { chosenColumns } from "../parts/chosen-columns.ts";
import { axis, axisTitle, axisWords, numberColumn, textColumn } from "../parts/drawing.ts";
import { f8, shortText } from "../parts/plot-array.ts";
import { plainText } from "../../artifacts/figure-text.ts";
import type { CorrelationOptions } from "./chart.ts";
import { words } from "./words.ts";

/** Of more columns their numbers would not fit into their fields. */
const mostNumbered = 12;
/** Values that are ranked for each pair anew within some seconds. */
const mostRanked = 1e8;
/** Values with gaps that are paired anew for each pair within a minute. */
const mostPaired = 3e8;
/** Of fewer rows chance makes large correlations. */
const fewRows = 10;
const mostTold = 5;

export function draw(prepared: Prepared<CorrelationOptions>): Drawing {
  const { spec, source } = prepared;
  const { method, clustered, top } = spec.chart;
  const { list, notes } = chosenColumns(prepared, top);
  const count = list.length;
  const hasGaps = list.some(({ values }) => values.some((value) => Number.isNaN(value)));
  const paired = hasGaps ? (source.rows * count * count) / 2 : 0;
  if (method === "spearman" && paired > mostRanked)
    words.fail("too-much", { n: count, rows: source.rows }, { at: ["chart", "columns"] });
  if (paired > mostPaired) words.fail("too-many-pairs", { n: count, rows: source.rows }, { at: ["chart", "columns"] });
  const found = correlations(
    list.map(({ values }) => values),
    method,
  );
  const order = clustered && count > 2 ? byLikeness(found, count) : list.map((_, at) => at);
  const at = (row: number, column: number): number => (order[row] as number) * count + (order[column] as number);
  const fields = Array.from({ length: count * count }, (_, field) => at(Math.floor(field / count), field % count));
  const r = Float64Array.from(fields, (field) => found.r[field] as number);
  const pairs = pairsOf(order, count);
  const names = order.map((column) => shortText((list[column] as NumberSeries).name, 24));
  const sizes = pairs.map(([a, b]) => found.n[a * count + b] as number);
  const unknown = pairs.filter(([a, b]) => Number.isNaN(found.r[a * count + b])).length;
  const strongest = pairs
    .filter(([a, b]) => !Number.isNaN(found.r[a * count + b]))
    .sort(([a, b], [c, d]) => Math.abs(found.r[c * count + d] as number) - Math.abs(found.r[a * count + b] as number))
    .slice(0, mostTold)
    .map(([a, b]) => `${list[a]?.name ?? ""} – ${list[b]?.name ?? ""} ${(found.r[a * count + b] as number).toFixed(2)}`);
  const xTitle = axisTitle({ own: spec.xTitle, series: null, log: false });
  const yTitle = axisTitle({ own: spec.yTitle, series: null, log: false });
  const told = { method: { key: words.key(method), params: {} }, n: count, parts: strongest };
  return {
    traces: [
      {
        type: "heatmap",
        z: f8(r, `${count},${count}`),
        zmin: -1,
        zmax: 1,
        hoverongaps: false,
        customdata: order.map((row) => order.map((column) => hoverOf(list, found, row, column))),
        hovertemplate: "%{customdata}<extra></extra>",
        ...(count <= mostNumbered ? { texttemplate: "%{z:.2f}" } : {}),
        xgap: 1,
        ygap: 1,
        colorbar: { title: { text: "r" } },
        meta: { role: "diverging" },
      },
    ],
    layout: {
      xaxis: axis(xTitle, namesOf(names)),
      yaxis: { ...axis(yTitle, namesOf(names)), range: [count - 0.5, -0.5] },
      showlegend: false,
    },
    meta: { counts: fewestBehind(list, found, pairs, source.rows) },
    columns: [
      textColumn(
        "column",
        pairs.map(([a]) => list[a]?.name ?? ""),
      ),
      textColumn(
        "other",
        pairs.map(([, b]) => list[b]?.name ?? ""),
      ),
      numberColumn(
        "r",
        pairs.map(([a, b]) => found.r[a * count + b] as number),
      ),
      numberColumn("n", sizes),
    ],
    rows: pairs.length,
    marks: count * count,
    alt: words.sentence(strongest.length > 0 ? "alt" : "alt-none", told),
    notes: [
      ...notes,
      hasGaps
        ? words.sentence("note-pairwise", { from: Math.min(...sizes), to: Math.max(...sizes), rows: source.rows })
        : words.sentence("note-n", { n: source.rows }),
      ...(unknown > 0 ? [words.sentence("note-unknown", { n: unknown })] : []),
      ...(source.rows < fewRows && source.rows > 2
        ? [words.sentence("note-few", { n: source.rows, chance: chanceOf(source.rows) })]
        : []),
      ...(clustered && count > 2 ? [words.sentence("note-order")] : []),
    ],
    words: axisWords(xTitle, yTitle),
  };
}

/** Unknown ones lie as far apart as can be. */
function byLikeness({ r }: Correlations, count: number): readonly number[] {
  const distances = new Float64Array((count * (count - 1)) / 2);
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const value = r[a * count + b] as number;
      distances[pairAt(count, a, b)] = Number.isNaN(value) ? 2 : 1 - value;
    }
  return hclust(count, distances, "average").order;
}

/** Of the columns in their order, each pair once. */
const pairsOf = (order: readonly number[], count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, b): readonly [number, number] => [order[a] as number, order[a + b + 1] as number]),
  );

function hoverOf(list: readonly NumberSeries[], { r, n }: Correlations, row: number, column: number): string {
  const field = row * list.length + column;
  const value = r[field] as number;
  const both = `${plainText(list[row]?.name ?? "")}<br>${plainText(list[column]?.name ?? "")}`;
  return `${both}<br>r = ${Number.isNaN(value) ? "?" : value.toFixed(3)}, n = ${n[field] ?? 0}`;
}

/**
 * Fewest rows of whom a correlation tells, a pair each: those that have both; those that lack one; and of a column that is mostly one
 * number those that differ from it, since with a flag of one row the correlation is that row's value.
 */
function fewestBehind(
  list: readonly NumberSeries[],
  { n }: Correlations,
  pairs: readonly (readonly [number, number])[],
  rows: number,
): readonly number[] {
  const whole = list.map(({ values }) => besidesCommonest(values));
  return pairs.map(([a, b]) => {
    const both = n[a * list.length + b] as number;
    const [x, y] = [list[a], list[b]] as [NumberSeries, NumberSeries];
    const beside = both === rows ? [whole[a], whole[b]] : presentPairs(x.values, y.values).map(besidesCommonest);
    return Math.min(...[both, rows - both, ...(beside as number[])].filter((size) => size > 0));
  });
}

const namesOf = (names: readonly string[]): JsonObject => ({
  type: "linear",
  range: [-0.5, names.length - 0.5],
  tickmode: "array",
  tickvals: names.map((_, at) => at),
  ticktext: [...names],
  zeroline: false,
  showgrid: false,
});

/**
 * The median of |r| of two columns of normal numbers that have nothing to do with each other: that of Student's t with n - 2
 * degrees of freedom, by its quartile (0.674 and a correction of first order, Abramowitz & Stegun 26.7.5).
 */
function chanceOf(n: number): number {
  const [z, freedom] = [0.674_489_75, n - 2];
  const t = z + (z ** 3 + z) / (4 * freedom);
  return Number((t / Math.sqrt(freedom + t * t)).toFixed(2));
}

// Lines through the rows of each group in the order of x. Several rows at one x of a group are drawn as their mean, and
// said so. Beyond 100,000 points each of 2,000 spans of x keeps its lowest and its highest.

import type { JsonObject } from "../../base/json.ts";
import type { Drawing, Prepared, Series } from "../../contract/chart-drawing.ts";
import { sideOf } from "../parts/axis-side.ts";
import { textOfSeries } from "../parts/chart-data.ts";
import { groupRows, rowsByGroup } from "../parts/chart-groups.ts";
import {
  axis,
  axisTitle,
  axisWords,
  groupMeta,
  groupName,
  isDates,
  labelOf,
  mostMarks,
  mostSvgPoints,
  noteOfLeftOut,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  rangeTold,
  textColumn,
  usableRows,
} from "../parts/drawing.ts";
import { halfOf, type Interval } from "../parts/interval-of-mean.ts";
import { f8 } from "../parts/plot-array.ts";
import { noRows, numbersNeeded, seriesNeeded } from "../parts/refusals.ts";
import { words } from "../parts/words.ts";
import type { LineOptions } from "./chart.ts";

export function draw(prepared: Prepared<LineOptions>): Drawing {
  const { spec, source } = prepared;
  const x = seriesNeeded(prepared.x, "x");
  const y = numbersNeeded(prepared.y, "y");
  const logX = spec.logX && x.kind === "number";
  const counts = usableRows(source.rows, [
    { series: x, log: logX },
    { series: y, log: spec.logY },
  ]);
  if (counts.left === 0) noRows(counts, source.rows, { x, y }, spec);
  const side = sideOf(x, counts.use, spec.groups, spec.order, logX, spec.xTitle);
  const groups = prepared.color ? groupRows(prepared.color, counts.use, { order: "name", most: spec.groups }) : null;
  const one = Int32Array.from(counts.use, (used) => (used ? 0 : -1));
  const traces: JsonObject[] = [];
  const data: { group: string | null; x: number; xText: string | null; y: number; half: number }[] = [];
  const { band } = spec.chart;
  let averaged = false;
  let thinned = false;
  const share = Math.floor(mostMarks / (groups?.list.length ?? 1));
  const list = groups?.list ?? [null];
  const byGroup = rowsByGroup(groups?.of ?? one, list.length);
  list.forEach((group, index) => {
    const rows = byGroup[index] ?? new Int32Array();
    const means = meansByX(rows, x, y.values, { groupOf: side.groups?.of ?? null, band });
    if (means.length < rows.length) averaged = true;
    const drawn = means.length > share ? extremes(means, 2000) : means;
    if (drawn.length < means.length) thinned = true;
    for (const point of drawn) data.push({ group: labelOf(group), x: point.x, xText: point.text, y: point.y, half: point.half });
    const name = group ? groupName(group, groups?.rest ?? 0) : "";
    const meta = groupMeta(group, prepared.color?.name ?? "", groups?.rest ?? 0);
    const around = drawn.filter(({ half }) => !Number.isNaN(half));
    const place = ({ x: at, text }: LinePoint): number | string => (isDates(x) ? (text ?? "") : at);
    if (around.length > 1) {
      const back = around.toReversed();
      traces.push({
        type: "scatter",
        mode: "lines",
        fill: "toself",
        line: { width: 0, simplify: false },
        name,
        legendgroup: name,
        x: [...around, ...back].map(place),
        y: [...around.map(({ y: mean, half }) => mean + half), ...back.map(({ y: mean, half }) => mean - half)],
        hoverinfo: "skip",
        showlegend: false,
        meta: { ...meta, part: "band" },
      });
    }
    traces.push({
      type: drawn.length > mostSvgPoints ? "scattergl" : "scatter",
      mode: drawn.length === 1 || spec.chart.points ? "lines+markers" : "lines",
      name,
      // The band goes with its line.
      ...(around.length > 1 ? { legendgroup: name } : {}),
      x: isDates(x) ? drawn.map((point) => point.text) : f8(drawn.map((point) => point.x)),
      y: f8(drawn.map((point) => point.y)),
      hovertemplate: side.groups ? "%{y}<extra></extra>" : "%{x}<br>%{y}<extra></extra>",
      showlegend: group !== null,
      meta,
    });
  });
  const hasBand = traces.some((trace) => trace["fill"] !== undefined);
  const yTitle = axisTitle({ own: spec.yTitle, series: y, log: spec.logY });
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const point of data) {
    low = Math.min(low, point.y);
    high = Math.max(high, point.y);
  }
  return {
    traces,
    layout: { xaxis: side.layout, yaxis: axis(yTitle, spec.logY ? { type: "log" } : {}), showlegend: groups !== null },
    columns: [
      x.kind === "number"
        ? numberColumn(
            x.name,
            data.map((point) => point.x),
            x.unit,
          )
        : textColumn(
            x.name,
            data.map((point) => point.xText),
          ),
      numberColumn(
        y.name,
        data.map((point) => point.y),
        y.unit,
      ),
      ...(hasBand
        ? ([-1, 1] as const).map((sign) =>
            numberColumn(
              sign < 0 ? "from" : "to",
              data.map((point) => point.y + sign * point.half),
              y.unit,
            ),
          )
        : []),
      ...(groups
        ? [
            textColumn(
              groups.name,
              data.map((point) => point.group),
            ),
          ]
        : []),
    ],
    rows: data.length,
    marks: data.length,
    alt: words.sentence(groups ? "alt-line-groups" : "alt-line", {
      x: x.name,
      y: y.name,
      n: data.length,
      lines: traces.filter((trace) => trace["fill"] === undefined).length,
      color: groups?.name ?? "",
      xRange: side.range,
      yRange: rangeTold(low, high),
    }),
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...(averaged ? [words.sentence("note-averaged", { x: x.name })] : []),
      ...(thinned ? [words.sentence("note-thinned", { n: counts.left })] : []),
      ...(hasBand && band !== "none" ? [words.sentence(`note-interval-${band}`)] : []),
      ...(band !== "none" && !hasBand ? [words.sentence("note-band-none", { x: x.name })] : []),
      ...noteOfRest(side.groups, groups),
      ...noteOfOrder(spec.order, [side.groups]),
    ],
    words: axisWords(side.title, yTitle),
  };
}

interface LinePoint {
  readonly x: number;
  readonly text: string | null;
  readonly y: number;
  /** Of the band, either way; NaN where there is none. */
  readonly half: number;
}

/** Ascending in x, one point each. Means are running means (Welford), so that large offsets lose no digits. */
function meansByX(
  rows: Int32Array,
  x: Series,
  y: Float64Array,
  { groupOf, band }: { readonly groupOf: Int32Array | null; readonly band: Interval },
): LinePoint[] {
  const at = new Map<number | string, { x: number; text: string | null; n: number; mean: number; squares: number }>();
  for (const row of rows) {
    const text = x.kind === "text" ? textOfSeries(x, row) : null;
    const position = groupOf
      ? (groupOf[row] as number)
      : x.kind === "number"
        ? (x.values[row] as number)
        : Date.parse(text ?? "");
    const key = groupOf ? position : (text ?? position);
    const found = at.get(key);
    const value = y[row] as number;
    if (found) {
      found.n++;
      const gap = value - found.mean;
      found.mean += gap / found.n;
      found.squares += gap * (value - found.mean);
    } else at.set(key, { x: position, text, n: 1, mean: value, squares: 0 });
  }
  return [...at.values()]
    .sort((a, b) => a.x - b.x || ((a.text ?? "") < (b.text ?? "") ? -1 : 1))
    .map((point) => ({
      x: point.x,
      text: point.text,
      y: point.mean,
      half: band === "none" ? Number.NaN : halfOf(band, point),
    }));
}

function extremes(points: readonly LinePoint[], spans: number): LinePoint[] {
  const out: LinePoint[] = [];
  const size = points.length / spans;
  for (let span = 0; span < spans; span++) {
    const part = points.slice(Math.floor(span * size), Math.floor((span + 1) * size));
    const first = part[0];
    if (!first) continue;
    let low = first;
    let high = first;
    for (const point of part) {
      if (point.y < low.y) low = point;
      if (point.y > high.y) high = point;
    }
    out.push(...(low === high ? [low] : low.x <= high.x ? [low, high] : [high, low]));
  }
  return out;
}

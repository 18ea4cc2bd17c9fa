// Violins by group. The density is computed here, so that a figure holds outlines and never the values. Below ten values
// an outline would invent a distribution: points and the median only. n stands under each violin.

import { plainText } from "../../artifacts/figure-text.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Drawing, Prepared } from "../../contract/chart-drawing.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { annotationWords, drawBrackets, extent } from "../parts/brackets/draw-brackets.ts";
import { boxStats, type BoxStats } from "../parts/box-stats.ts";
import { textOfSeries } from "../parts/chart-data.ts";
import type { Group } from "../parts/chart-groups.ts";
import {
  axis,
  axisTitle,
  axisWords,
  fewestForShape,
  groupAxis,
  noteOfLeftOut,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  partsTold,
  selectsGroups,
  spread,
  told,
  usableRows,
} from "../parts/drawing.ts";
import { countsBelow, type GroupSlot, groupSlots, mostSpelt, slotColumns, slotName } from "../parts/group-slots.ts";
import { f8 } from "../parts/plot-array.ts";
import { noRows, numbersNeeded } from "../parts/refusals.ts";
import type { ViolinOptions } from "./chart.ts";
import { summaryColumns } from "./summary-columns.ts";
import { type DensityShape, densityShape } from "../parts/density-shape.ts";
import { words } from "./words.ts";

interface Violin extends GroupSlot {
  readonly stats: BoxStats;
  /** Null of few values, and where all are equal. */
  readonly shape: DensityShape | null;
}

/** Half the width at each place, in groups of the axis. */
type HalfWidth = (violin: Violin, density: number) => number;

/** Slimmer than this part of its place nobody sees it. */
const slimmest = 0.03;

export function draw(prepared: Prepared<ViolinOptions>): Drawing {
  const { spec, source } = prepared;
  const y = numbersNeeded(prepared.y, "y");
  const counts = usableRows(source.rows, [{ series: y, log: spec.logY }]);
  if (counts.left === 0) noRows(counts, source.rows, { y }, spec);
  const placed = groupSlots(prepared, y, counts.use);
  const { groups, colours } = placed;
  const scale = { log: spec.logY, notNegative: !y.values.some((value) => value < 0) };
  const violins = placed.slots.flatMap((slot): Violin[] => {
    const stats = boxStats(slot.values);
    return stats ? [{ ...slot, stats, shape: stats.n < fewestForShape ? null : densityShape(slot.values, scale) }] : [];
  });
  const highest = Math.max(0, ...violins.map(({ shape }) => shape?.peak ?? 0));
  const halfAt: HalfWidth = ({ half, shape }, density) =>
    (half * density) / (spec.chart.width === "area" ? highest : (shape?.peak ?? 1));

  const traces: JsonObject[] = [];
  let marks = 0;
  for (const sub of placed.traces) {
    const mine = violins.filter((violin) => violin.sub === sub);
    const drawn = tracesOf(prepared, mine, halfAt);
    const name = placed.nameOf(sub);
    drawn.traces.forEach(({ part, ...trace }, index) =>
      traces.push({
        ...trace,
        name,
        legendgroup: name,
        showlegend: colours !== null && sub !== null && index === 0,
        meta: { ...placed.metaOf(sub), part },
      }),
    );
    marks += drawn.marks;
  }

  // An outline ends beyond the values.
  const brackets = drawBrackets(
    prepared,
    placed,
    extent(violins.flatMap(({ values, shape }) => (shape ? [values, shape.at] : [values]))),
  );
  traces.push(...brackets.traces);
  const counted = countsBelow(violins);
  const yTitle = axisTitle({ own: spec.yTitle, series: y, log: spec.logY });
  const xTitle = axisTitle({ own: spec.xTitle, series: prepared.x, log: false });
  const column = (key: (typeof summaryColumns)[number], violin: Violin): number =>
    key === "bandwidth" ? (violin.shape?.bandwidth ?? Number.NaN) : violin.stats[key];
  return {
    traces,
    meta: selectsGroups(groups, true),
    layout: {
      xaxis: groupAxis(xTitle, placed.labels, 18),
      yaxis: axis(yTitle, spec.logY ? { type: "log" } : {}),
      annotations: [...counted, ...brackets.annotations],
      showlegend: colours !== null,
    },
    columns: [
      ...slotColumns(violins, placed, (group: Group | null) => group?.label ?? null),
      ...summaryColumns.map((key) =>
        numberColumn(
          key,
          violins.map((violin) => column(key, violin)),
          key === "n" ? "" : key === "bandwidth" && spec.logY ? "log₁₀" : y.unit,
        ),
      ),
    ],
    rows: violins.length,
    marks,
    alt: words.sentence(groups ? "alt" : "alt-alone", {
      y: y.name,
      x: prepared.x?.name ?? "",
      parts: partsTold(
        violins.map((violin) => `${slotName(violin, placed)} ${told(violin.stats.median)} (n = ${violin.stats.n})`.trim()),
      ),
    }),
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...noteOfRest(groups, placed.sameField ? null : colours),
      ...noteOfOrder(spec.order, [groups], true),
      ...notesOf(violins, halfAt, spec.logY),
      ...(y.among && spec.chart.width === "area" ? [words.sentence("note-area-panel")] : []),
      ...brackets.notes,
    ],
    words: [...axisWords(xTitle, yTitle), ...annotationWords(brackets.texts, counted.length)],
  };
}

/** The outlines of one colour, the middle halves, the medians, and the points of those with few values. */
function tracesOf(
  { spec, label }: Prepared<ViolinOptions>,
  violins: readonly Violin[],
  halfAt: HalfWidth,
): { readonly traces: readonly (JsonObject & { readonly part: string })[]; readonly marks: number } {
  const outline = { x: [] as number[], y: [] as number[] };
  const middle = { x: [] as number[], y: [] as number[] };
  const median = { x: [] as number[], y: [] as number[], n: [] as (number | null)[] };
  const dots = { x: [] as number[], y: [] as number[], text: [] as string[] };
  let marks = 0;
  for (const violin of violins) {
    const { shape, stats, x, half } = violin;
    const inside = shape ? halfAt(violin, densityAt(shape, stats.median)) : 0;
    if (shape) {
      const halves = Array.from(shape.density, (density) => halfAt(violin, density));
      const at = [...shape.at];
      close(
        outline,
        [...halves.map((value) => x + value), ...halves.map((value) => x - value).reverse()],
        [...at, ...at.toReversed()],
      );
      if (spec.chart.inner) {
        const side = Math.min(half * 0.08, Math.max(half * 0.03, inside / 4));
        close(middle, [x - side, x + side, x + side, x - side], [stats.q1, stats.q1, stats.q3, stats.q3]);
      }
    }
    const reach = shape ? Math.max(half * 0.12, inside) : half * 0.8;
    median.x.push(x - reach, x + reach, Number.NaN);
    median.y.push(stats.median, stats.median, Number.NaN);
    median.n.push(stats.n, stats.n, null);
    marks += shape ? 2 : 1;
    if (stats.n >= fewestForShape) continue;
    violin.values.forEach((value, index) => {
      dots.x.push(x + spread(index) * half * 0.55);
      dots.y.push(value);
      if (label) dots.text.push(plainText(textOfSeries(label, violin.rows[index] as number) ?? ""));
    });
    marks += stats.n;
  }
  const shapes = outline.x.length > 0;
  return {
    marks,
    traces: [
      ...(shapes ? [{ part: "density", ...filled, ...drawnAt(outline) }] : []),
      ...(middle.x.length > 0 ? [{ part: "middle", ...filled, ...drawnAt(middle) }] : []),
      {
        part: "median",
        type: "scatter",
        mode: "lines",
        ...drawnAt(median),
        customdata: median.n,
        hovertemplate: "%{y}<br>n = %{customdata}<extra></extra>",
      },
      ...(dots.x.length > 0
        ? [
            {
              part: "points",
              type: "scatter",
              mode: "markers",
              ...drawnAt(dots),
              ...(label ? { text: dots.text } : {}),
              hovertemplate: label ? "%{text}<br>%{y}<extra></extra>" : "%{y}<extra></extra>",
            },
          ]
        : []),
    ],
  };
}

/** Adds an area: the line around it ends where it began, then a gap. */
function close(to: { readonly x: number[]; readonly y: number[] }, x: readonly number[], y: readonly number[]): void {
  to.x.push(...x, x[0] as number, Number.NaN);
  to.y.push(...y, y[0] as number, Number.NaN);
}

/** Left to itself, Plotly leaves out points of an outline that is close to itself. */
const filled = { type: "scatter", mode: "lines", fill: "toself", line: { simplify: false }, hoverinfo: "skip" };
const drawnAt = ({ x, y }: { readonly x: readonly number[]; readonly y: readonly number[] }) => ({ x: f8(x), y: f8(y) });

/** Between the places of the outline. */
function densityAt({ at, density }: DensityShape, value: number): number {
  const after = Math.max(
    1,
    at.findIndex((place) => place >= value),
  );
  const [a, b] = [at[after - 1] as number, at[after] as number];
  const [low, high] = [density[after - 1] as number, density[after] as number];
  return low + ((high - low) * (value - a)) / (b - a);
}

function notesOf(violins: readonly Violin[], halfAt: HalfWidth, isLog: boolean): readonly Sentence[] {
  const shaped = violins.flatMap(({ shape, ...rest }) => (shape ? [{ ...rest, shape }] : []));
  const slim = shaped.filter((violin) => halfAt(violin, violin.shape.peak) < slimmest * violin.half);
  return [
    ...(violins.some(({ stats }) => stats.n < fewestForShape) ? [words.sentence("note-few", { fewest: fewestForShape })] : []),
    ...(violins.some(({ stats, shape }) => !shape && stats.n >= fewestForShape) ? [words.sentence("note-flat")] : []),
    ...(slim.length > 0 ? [words.sentence("note-slim", { n: slim.length })] : []),
    ...(violins.length > mostSpelt ? [words.sentence("note-n")] : []),
    ...(violins.some(({ shape }) => shape) ? [words.sentence(isLog ? "note-violin-log" : "note-violin")] : []),
  ];
}

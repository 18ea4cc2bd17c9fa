// Boxes by group, with their points: quartiles are computed here, so that the picture says what other tools say. Below
// ten values a box would invent a distribution: points and the median only. n stands under each box.

import { plainText } from "../../artifacts/figure-text.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Drawing, Prepared } from "../../contract/chart-drawing.ts";
import { annotationWords, drawBrackets, extent } from "../parts/brackets/draw-brackets.ts";
import { boxStats, type BoxStats } from "../parts/box-stats.ts";
import { textOfSeries } from "../parts/chart-data.ts";
import {
  axis,
  axisTitle,
  fewestForShape,
  groupAxis,
  mostSvgPoints,
  noteOfLeftOut,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  partsTold,
  selectsGroups,
  spread,
  textColumn,
  told,
  usableRows,
} from "../parts/drawing.ts";
import { countsBelow, type GroupSlot, groupSlots, mostSpelt, slotColumns, slotName } from "../parts/group-slots.ts";
import { marksOutliers, Rings } from "../parts/outlier-marks.ts";
import { f8 } from "../parts/plot-array.ts";
import { noRows, numbersNeeded } from "../parts/refusals.ts";
import { words } from "../parts/words.ts";
import type { BoxOptions } from "./chart.ts";
import { summaryColumns } from "./summary-columns.ts";
import { words as own } from "./words.ts";

/** Up to here every value is a point; beyond, only those outside the whiskers. */
const mostPoints = 5000;
const mostOutliers = 2000;

interface BoxSlot extends GroupSlot {
  readonly stats: BoxStats;
}

export function draw(prepared: Prepared<BoxOptions>): Drawing {
  const { spec, source } = prepared;
  const y = numbersNeeded(prepared.y, "y");
  const counts = usableRows(source.rows, [{ series: y, log: spec.logY }]);
  if (counts.left === 0) noRows(counts, source.rows, { y }, spec);
  const placed = groupSlots(prepared, y, counts.use);
  const { groups, colours } = placed;
  const slots = placed.slots.flatMap((slot): BoxSlot[] => {
    const stats = boxStats(slot.values);
    return stats ? [{ ...slot, stats }] : [];
  });
  const { points } = spec.chart;
  const total = slots.reduce((sum, slot) => sum + slot.stats.n, 0);
  const every = total <= mostPoints;

  const traces: JsonObject[] = [];
  const drawnRows: number[] = [];
  const drawnSlots: BoxSlot[] = [];
  let marks = 0;
  const isOutlier = marksOutliers(prepared);
  const rings = new Rings();
  for (const colour of placed.traces) {
    const mine = slots.filter((slot) => slot.sub === colour);
    const meta = placed.metaOf(colour);
    const name = placed.nameOf(colour);
    const boxes = mine.filter((slot) => slot.stats.n >= fewestForShape);
    const dots: { x: number[]; y: number[]; text: string[] } = { x: [], y: [], text: [] };
    let outliers = 0;
    for (const slot of mine) {
      const few = slot.stats.n < fewestForShape;
      for (let index = 0; index < slot.rows.length; index++) {
        const row = slot.rows[index] as number;
        const value = y.values[row] as number;
        if (!few && !(points && every)) {
          const outside = value < slot.stats.lower || value > slot.stats.upper;
          if (!outside || outliers >= mostOutliers) continue;
          outliers++;
        }
        const x = slot.x + spread(index) * slot.half * 0.55;
        dots.x.push(x);
        dots.y.push(value);
        if (isOutlier?.(row)) rings.add(x, value);
        if (prepared.label) dots.text.push(plainText(textOfSeries(prepared.label, row) ?? ""));
        drawnRows.push(row);
        drawnSlots.push(slot);
      }
    }
    if (boxes.length > 0) {
      traces.push({
        type: "box",
        name,
        x: f8(boxes.map((slot) => slot.x)),
        q1: f8(boxes.map((slot) => slot.stats.q1)),
        median: f8(boxes.map((slot) => slot.stats.median)),
        q3: f8(boxes.map((slot) => slot.stats.q3)),
        lowerfence: f8(boxes.map((slot) => slot.stats.lower)),
        upperfence: f8(boxes.map((slot) => slot.stats.upper)),
        width: (mine[0]?.half ?? 0.3) * 2,
        legendgroup: name,
        showlegend: false,
        hoverinfo: "y",
        meta,
      });
      marks += boxes.length;
    }
    const small = mine.filter((slot) => slot.stats.n < fewestForShape);
    if (small.length > 0) {
      traces.push({
        type: "scatter",
        mode: "lines",
        name,
        x: f8(small.flatMap((slot) => [slot.x - slot.half * 0.8, slot.x + slot.half * 0.8, Number.NaN])),
        y: f8(small.flatMap((slot) => [slot.stats.median, slot.stats.median, Number.NaN])),
        legendgroup: name,
        showlegend: false,
        hoverinfo: "y",
        meta: { ...meta, part: "median" },
      });
      marks += small.length;
    }
    if (dots.x.length > 0 || colour) {
      traces.push({
        type: dots.x.length > mostSvgPoints ? "scattergl" : "scatter",
        mode: "markers",
        name,
        x: f8(dots.x),
        y: f8(dots.y),
        ...(prepared.label ? { text: dots.text } : {}),
        hovertemplate: prepared.label ? "%{text}<br>%{y}<extra></extra>" : "%{y}<extra></extra>",
        legendgroup: name,
        showlegend: colours !== null && colour !== null,
        meta: { ...meta, part: "points" },
      });
      marks += dots.x.length;
    }
  }
  const marked = rings.traces();
  traces.push(...marked);
  const brackets = drawBrackets(prepared, placed, extent(slots.map(({ values }) => values)));
  traces.push(...brackets.traces);
  const counted = countsBelow(slots);

  const title = axisTitle({ own: spec.yTitle, series: y, log: spec.logY });
  const xTitle = axisTitle({ own: spec.xTitle, series: prepared.x, log: false });
  const parts = partsTold(
    slots.map((slot) => `${slotName(slot, placed)} ${told(slot.stats.median)} (n = ${slot.stats.n})`.trim()),
  );
  const { label } = prepared;
  const data =
    every && points
      ? [
          ...slotColumns(drawnSlots, placed),
          numberColumn(
            y.name,
            drawnRows.map((row) => y.values[row] as number),
            y.unit,
          ),
          ...(label
            ? [
                textColumn(
                  label.name,
                  drawnRows.map((row) => textOfSeries(label, row)),
                ),
              ]
            : []),
        ]
      : [
          ...slotColumns(slots, placed, (group) => group?.label ?? null),
          ...summaryColumns.map((key) =>
            numberColumn(
              key,
              slots.map((slot) => slot.stats[key]),
              key === "n" ? "" : y.unit,
            ),
          ),
        ];
  return {
    traces,
    meta: selectsGroups(groups, true),
    layout: {
      xaxis: groupAxis(xTitle, placed.labels, 18),
      yaxis: axis(title, spec.logY ? { type: "log" } : {}),
      annotations: [...counted, ...brackets.annotations],
      showlegend: colours !== null || marked.length > 0,
    },
    columns: data,
    rows: every && points ? drawnRows.length : slots.length,
    marks,
    alt: words.sentence(groups ? "alt-box" : "alt-box-alone", {
      y: y.name,
      x: prepared.x?.name ?? "",
      parts,
    }),
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...noteOfRest(groups, placed.sameField ? null : colours),
      ...noteOfOrder(spec.order, [groups], true),
      ...(points && !every ? [words.sentence("note-outliers", { n: total })] : []),
      ...(slots.length > mostSpelt ? [words.sentence("note-n")] : []),
      ...(slots.some(({ stats }) => stats.n < fewestForShape) ? [own.sentence("note-few", { fewest: fewestForShape })] : []),
      ...(slots.some(({ stats }) => stats.n >= fewestForShape) ? [own.sentence(spec.logY ? "note-box-log" : "note-box")] : []),
      ...brackets.notes,
    ],
    words: [
      { path: ["yaxis", "title", "text"], ...title },
      { path: ["xaxis", "title", "text"], ...xTitle },
      ...annotationWords(brackets.texts, counted.length),
    ],
  };
}

// Swarms by group: the figure holds the middle of each group, and points find their places across where it is drawn
// (ui/place-swarms.ts), since those depend on how large it is. More points than there is room for are spread here, within their density.

import { plainText } from "../../artifacts/figure-text.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Drawing, Prepared } from "../../contract/chart-drawing.ts";
import { densityOfMany } from "../../stats/density-of-many.ts";
import { silvermanBandwidth } from "../../stats/kernel-density.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { quasirandom } from "../../stats/swarm.ts";
import { annotationWords, drawBrackets, extent } from "../parts/brackets/draw-brackets.ts";
import { textOfSeries } from "../parts/chart-data.ts";
import {
  axis,
  axisTitle,
  axisWords,
  groupAxis,
  mostSvgPoints,
  noteOfLeftOut,
  noteOfOrder,
  noteOfRest,
  numberColumn,
  partsTold,
  selectsGroups,
  textColumn,
  told,
  usableRows,
} from "../parts/drawing.ts";
import { countsBelow, type GroupSlot, groupSlots, mostSpelt, slotColumns, slotName } from "../parts/group-slots.ts";
import { f8, numbersOf } from "../parts/plot-array.ts";
import { noRows, numbersNeeded } from "../parts/refusals.ts";
import type { BeeswarmOptions } from "./chart.ts";
import { words } from "./words.ts";

/** Of more points in all a swarm would be wider than any picture, and take long to be placed. */
export const mostSwarm = 4000;
/** Of the half of its place that a swarm may take. */
const widest = 0.92;

export function draw(prepared: Prepared<BeeswarmOptions>): Drawing {
  const { spec, source, label } = prepared;
  const y = numbersNeeded(prepared.y, "y");
  const counts = usableRows(source.rows, [{ series: y, log: spec.logY }]);
  if (counts.left === 0) noRows(counts, source.rows, { y }, spec);
  const placed = groupSlots(prepared, y, counts.use);
  const { groups, colours, slots } = placed;
  const isSwarm = counts.left <= mostSwarm;
  const type = counts.left > mostSvgPoints ? "scattergl" : "scatter";
  const traces = placed.traces.flatMap((sub): JsonObject[] => {
    const mine = slots.filter((slot) => slot.sub === sub);
    const [name, meta] = [placed.nameOf(sub), placed.metaOf(sub)];
    const half = Math.min(...mine.map((slot) => slot.half)) * widest;
    const points: JsonObject = {
      type,
      mode: "markers",
      name,
      x: f8(mine.flatMap((slot) => (isSwarm ? Array.from(slot.rows, () => slot.x) : spreadOut(slot, spec.logY)))),
      y: f8(mine.flatMap(({ values }) => [...values])),
      ...(label
        ? { text: mine.flatMap(({ rows }) => Array.from(rows, (row) => plainText(textOfSeries(label, row) ?? ""))) }
        : {}),
      hovertemplate: `${label ? "%{text}<br>" : ""}%{y:.4~g}<extra>${name}</extra>`,
      legendgroup: name,
      showlegend: colours !== null && sub !== null,
      meta: { ...meta, part: "points", ...(isSwarm ? { swarm: half } : {}) },
    };
    if (!spec.chart.median) return [points];
    return [
      points,
      {
        type: "scatter",
        mode: "lines",
        name,
        x: f8(mine.flatMap((slot) => [slot.x - slot.half * 0.7, slot.x + slot.half * 0.7, Number.NaN])),
        y: f8(mine.flatMap(({ values }) => [medianOf(values), medianOf(values), Number.NaN])),
        customdata: mine.flatMap(({ rows }) => [rows.length, rows.length, null]),
        hovertemplate: "%{y}<br>n = %{customdata}<extra></extra>",
        legendgroup: name,
        showlegend: false,
        // Upon points of its own colour nobody saw it.
        meta: { role: "ink", part: "median" },
      },
    ];
  });
  const brackets = drawBrackets(prepared, placed, extent(slots.map(({ values }) => values)));
  traces.push(...brackets.traces);
  const counted = countsBelow(slots);
  const yTitle = axisTitle({ own: spec.yTitle, series: y, log: spec.logY });
  const xTitle = axisTitle({ own: spec.xTitle, series: prepared.x, log: false });
  const heights = [
    ...slots.map(({ values }) => values),
    // Between two brackets there is a gap.
    ...brackets.traces.map((trace) => numbersOf(trace["y"] as JsonObject).filter((place) => !Number.isNaN(place))),
  ];
  return {
    traces,
    meta: selectsGroups(groups, true),
    layout: {
      xaxis: groupAxis(xTitle, placed.labels, 18),
      // How many pixels a unit has must be known where points are placed.
      yaxis: axis(yTitle, { ...(spec.logY ? { type: "log" } : {}), range: rangeOf(extent(heights), spec.logY), zeroline: false }),
      annotations: [...counted, ...brackets.annotations],
      showlegend: colours !== null,
    },
    columns: [
      ...slotColumns(
        slots.flatMap((slot) => Array.from(slot.rows, () => slot)),
        placed,
      ),
      ...(label
        ? [
            textColumn(
              label.name,
              slots.flatMap(({ rows }) => Array.from(rows, (row) => textOfSeries(label, row))),
            ),
          ]
        : []),
      numberColumn(
        y.name,
        slots.flatMap(({ values }) => [...values]),
        y.unit,
      ),
    ],
    rows: counts.left,
    marks: counts.left,
    alt: words.sentence(groups ? "alt" : "alt-alone", {
      n: counts.left,
      y: y.name,
      x: groups?.name ?? "",
      parts: partsTold(
        slots.map((slot) => `${slotName(slot, placed)} ${told(medianOf(slot.values))} (n = ${slot.values.length})`.trim()),
      ),
    }),
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...noteOfRest(groups, placed.sameField ? null : colours),
      ...noteOfOrder(spec.order, [groups], true),
      isSwarm ? words.sentence("note-swarm") : words.sentence("note-quasirandom", { n: counts.left, most: mostSwarm }),
      ...(slots.length > mostSpelt ? [words.sentence("note-n")] : []),
      ...brackets.notes,
    ],
    words: [...axisWords(xTitle, yTitle), ...annotationWords(brackets.texts, counted.length)],
  };
}

/** With a margin that holds half a point. */
function rangeOf([low, high]: readonly [number, number], isLog: boolean): readonly number[] {
  const [from, to] = isLog ? [Math.log10(low), Math.log10(high)] : [low, high];
  const margin = to > from ? (to - from) * 0.05 : Math.abs(to) * 0.05 || 1;
  return [from - margin, to + margin];
}

/** Places across, of more points than a swarm has room for. */
function spreadOut({ x, half, values }: GroupSlot, isLog: boolean): readonly number[] {
  const at = isLog ? values.map(Math.log10) : values;
  const sorted = at.slice().sort();
  const bandwidth = silvermanBandwidth(sorted);
  return Array.from(
    quasirandom(at, bandwidth > 0 ? densitiesOf(at, sorted, bandwidth) : new Float64Array(at.length).fill(1)),
    (beside) => x + beside * half * widest,
  );
}

/** At evenly spread places, and between them along straight lines: of many values each by itself would take long. */
function densitiesOf(at: Float64Array, sorted: Float64Array, bandwidth: number): Float64Array {
  const steps = 256;
  const low = sorted[0] as number;
  const width = ((sorted.at(-1) as number) - low) / steps;
  const density = densityOfMany(
    sorted,
    bandwidth,
    Float64Array.from({ length: steps + 1 }, (_, step) => low + step * width),
  );
  return at.map((value) => {
    const step = Math.min(steps - 1, Math.floor((value - low) / width));
    const rest = (value - low) / width - step;
    return (density[step] as number) * (1 - rest) + (density[step + 1] as number) * rest;
  });
}

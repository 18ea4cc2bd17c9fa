// Boxes by group, with their points: quartiles are computed here, so that the picture says what other tools say. Below
// ten values a box would invent a distribution: points and the median only. n stands under each box.

import type { JsonObject } from "../../base/json.ts";
import { boxStats, type BoxStats } from "./box-stats.ts";
import type { NumberSeries } from "./chart-data.ts";
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
  spread,
  textColumn,
  usableRows,
} from "./drawing.ts";
import { type Group, type Groups, groupRows, rowsOfGroup } from "./group-rows.ts";
import { f8, plainText, shortText } from "./plot-array.ts";
import { textOfSeries } from "./chart-data.ts";
import { noRows, numbersNeeded } from "./refusals.ts";

/** Up to here every value is a point; beyond, only those outside the whiskers. */
const mostPoints = 5000;
const mostOutliers = 2000;
const fewest = 10;

interface Slot {
  readonly x: number;
  readonly half: number;
  readonly group: Group | null;
  readonly sub: Group | null;
  readonly rows: Int32Array;
  readonly stats: BoxStats;
}

export function drawBox(prepared: Prepared): Drawing {
  const { spec, source } = prepared;
  const y = numbersNeeded(prepared.y, "y", spec);
  const counts = usableRows(source.rows, [{ series: y, log: spec.logY }]);
  if (counts.left === 0) noRows(counts, source.rows, { y }, spec);
  const median = (rows: Int32Array): number => boxStats(taken(y.values, rows))?.median ?? 0;
  const groups = prepared.x ? groupRows(prepared.x, counts.use, { order: spec.order, most: spec.groups, rank: median }) : null;
  const sameField = prepared.color !== null && prepared.color.name === prepared.x?.name;
  const colours =
    prepared.color && !sameField
      ? groupRows(prepared.color, counts.use, { order: "name", most: Math.min(spec.groups, 12) })
      : null;

  const slots = layOut(groups, colours, sameField, counts.use, y);
  const points = spec.chart.type === "box" && spec.chart.points;
  const total = slots.reduce((sum, slot) => sum + slot.stats.n, 0);
  const every = total <= mostPoints;
  const fieldName = sameField ? (prepared.x?.name ?? "") : (prepared.color?.name ?? "");
  const restGroups = (sameField ? groups?.rest : colours?.rest) ?? 0;

  const traces: JsonObject[] = [];
  const drawnRows: number[] = [];
  const drawnSlots: Slot[] = [];
  let marks = 0;
  for (const colour of coloursOf(slots)) {
    const mine = slots.filter((slot) => slot.sub === colour);
    const meta = groupMeta(colour, fieldName, restGroups);
    const name = colour ? groupName(colour, restGroups) : "";
    const boxes = mine.filter((slot) => slot.stats.n >= fewest);
    const dots: { x: number[]; y: number[]; text: string[] } = { x: [], y: [], text: [] };
    let outliers = 0;
    for (const slot of mine) {
      const few = slot.stats.n < fewest;
      for (let index = 0; index < slot.rows.length; index++) {
        const row = slot.rows[index] as number;
        const value = y.values[row] as number;
        if (!few && !(points && every)) {
          const outside = value < slot.stats.lower || value > slot.stats.upper;
          if (!outside || outliers >= mostOutliers) continue;
          outliers++;
        }
        dots.x.push(slot.x + spread(index) * slot.half * 0.55);
        dots.y.push(value);
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
    const small = mine.filter((slot) => slot.stats.n < fewest);
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
        type: dots.x.length > 20_000 ? "scattergl" : "scatter",
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

  const title = axisTitle({ own: spec.yTitle, series: y, log: spec.logY });
  const xTitle = axisTitle({ own: spec.xTitle, series: prepared.x, log: false });
  const labels = groups
    ? groups.list.map((group) => (group.role === "group" ? shortText(group.label, 24) : groupName(group, groups.rest)))
    : [""];
  const parts = slots
    .slice(0, 24)
    .map((slot) =>
      `${[slot.group?.label, sameField ? undefined : slot.sub?.label].filter(Boolean).join(" ")} ${short(slot.stats.median)} (n = ${slot.stats.n})`.trim(),
    );
  const data =
    every && points
      ? [
          ...(prepared.x
            ? [
                textColumn(
                  prepared.x.name,
                  drawnSlots.map((slot) => (slot.group?.role === "missing" ? null : (slot.group?.label ?? null))),
                ),
              ]
            : []),
          ...(colours
            ? [
                textColumn(
                  colours.name,
                  drawnSlots.map((slot) => (slot.sub?.role === "missing" ? null : (slot.sub?.label ?? null))),
                ),
              ]
            : []),
          numberColumn(
            y.name,
            drawnRows.map((row) => y.values[row] as number),
            y.unit,
          ),
          ...(prepared.label
            ? [
                textColumn(
                  prepared.label.name,
                  drawnRows.map((row) => textOfSeries(prepared.label as NonNullable<typeof prepared.label>, row)),
                ),
              ]
            : []),
        ]
      : [
          ...(groups
            ? [
                textColumn(
                  groups.name,
                  slots.map((slot) => slot.group?.label ?? null),
                ),
              ]
            : []),
          ...(colours
            ? [
                textColumn(
                  colours.name,
                  slots.map((slot) => slot.sub?.label ?? null),
                ),
              ]
            : []),
          numberColumn(
            "n",
            slots.map((slot) => slot.stats.n),
          ),
          ...(["min", "lower", "q1", "median", "q3", "upper", "max"] as const).map((key) =>
            numberColumn(
              key,
              slots.map((slot) => slot.stats[key]),
              y.unit,
            ),
          ),
        ];
  return {
    traces,
    layout: {
      xaxis: groupAxis(xTitle, labels, 18),
      yaxis: axis(title, spec.logY ? { type: "log" } : {}),
      annotations: slots.map((slot) => ({
        x: slot.x,
        xref: "x",
        y: 0,
        yref: "paper",
        yanchor: "top",
        yshift: -3,
        showarrow: false,
        text: slots.length <= 12 ? `n = ${slot.stats.n}` : String(slot.stats.n),
        meta: "n",
      })),
      showlegend: colours !== null,
    },
    columns: data,
    rows: every && points ? drawnRows.length : slots.length,
    marks,
    alt: {
      key: groups ? "chart.alt-box" : "chart.alt-box-alone",
      params: { y: y.name, x: prepared.x?.name ?? "", parts, more: Math.max(0, slots.length - 24) },
    },
    notes: [
      ...noteOfLeftOut(counts, source.rows),
      ...(groups && groups.rest > 0 ? [{ key: "chart.note-rest", params: { n: groups.rest, field: groups.name } }] : []),
      ...(points && !every ? [{ key: "chart.note-outliers", params: { n: total } }] : []),
      ...(slots.length > 12 ? [{ key: "chart.note-n", params: {} }] : []),
    ],
    words: [
      { path: ["yaxis", "title", "text"], ...title },
      { path: ["xaxis", "title", "text"], ...xTitle },
    ],
  };
}

/** One slot per group and colour that has values. */
function layOut(groups: Groups | null, colours: Groups | null, sameField: boolean, use: Uint8Array, y: NumberSeries): Slot[] {
  const slots: Slot[] = [];
  const one = new Int32Array(use.length);
  for (let row = 0; row < one.length; row++) one[row] = use[row] ? 0 : -1;
  const sub = colours?.list.length ?? 1;
  const width = Math.min(0.8, 0.45 * sub);
  (groups?.list ?? [null]).forEach((group, index) => {
    const inGroup = rowsOfGroup(groups?.of ?? one, index);
    (colours?.list ?? [null]).forEach((colour, place) => {
      const rows = colours ? inGroup.filter((row) => colours.of[row] === place) : inGroup;
      const stats = boxStats(taken(y.values, rows));
      if (!stats) return;
      const half = (width / sub / 2) * (sub > 1 ? 0.86 : 1);
      slots.push({
        x: index + (sub > 1 ? (place + 0.5) * (width / sub) - width / 2 : 0),
        half,
        group,
        sub: colours ? colour : sameField || (group && group.role !== "group") ? group : null,
        rows,
        stats,
      });
    });
  });
  return slots;
}

function taken(values: Float64Array, rows: Int32Array): Float64Array {
  const out = new Float64Array(rows.length);
  for (let i = 0; i < out.length; i++) out[i] = values[rows[i] as number] as number;
  return out;
}

const coloursOf = (slots: readonly Slot[]): (Group | null)[] => [...new Set(slots.map((slot) => slot.sub))];

// A Manhattan plot: of each variant how surprising it is, along the genome; lines of what counts as a hit, and names of the hits that
// have room. Used by the kind that tests variants and by the chart family of any table with places and p values. Pure.

import { plainText } from "../../artifacts/figure-text.ts";
import { type Labelled, labelPlaces, type LabelSide } from "../../artifacts/label-places.ts";
import { textOfFloats } from "../../base/doubles-as-text.ts";
import type { JsonObject } from "../../base/json.ts";
import { genomeAxis, notCovered } from "./along-genome.ts";
import { f8 } from "./plot-array.ts";

export interface ManhattanData {
  readonly names: readonly string[];
  /** Of each point its place among the names; below 0 it lies nowhere. */
  readonly codes: Int32Array;
  readonly positions: ArrayLike<number>;
  /** -log10 p; NaN is not drawn. */
  readonly surprise: Float64Array;
  /** The name of a point; null: it has none. */
  name(point: number): string | null;
  /** -log10 of the lines; null: not drawn. */
  readonly significant: number | null;
  readonly suggestive: number | null;
  /** A stretch in place of the whole genome: [start, end] in bases of one chromosome. */
  readonly place: { readonly code: number; readonly start: number; readonly end: number } | null;
}

export interface ManhattanDrawing {
  readonly traces: readonly JsonObject[];
  readonly layout: JsonObject;
  /** Where each chromosome begins and ends on the axis. */
  readonly along: { readonly names: readonly string[]; readonly starts: readonly number[]; readonly ends: readonly number[] };
  /** Points that are drawn, and that could be. */
  readonly drawn: Int32Array;
  readonly all: number;
  /** Points above the line, the highest first. */
  readonly hits: readonly number[];
}

const room = { width: 900, height: 300 };
/** Hits of which a name is tried, at most one in such a part of the width. */
const [mostLabels, apart] = [24, 0.012];
/** From here on points are drawn by the graphics card. */
const manyPoints = 3000;
/** Above it each point is drawn where no line is. */
const usualLine = 5;

export function manhattan(data: ManhattanData): ManhattanDrawing {
  const { codes, positions, surprise, significant, suggestive, place } = data;
  const axis = genomeAxis(data.names, codes, positions);
  const x = new Float64Array(codes.length).fill(Number.NaN);
  let all = 0;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number;
    if (code < 0 || (place && code !== place.code)) continue;
    x[at] = place ? (positions[at] as number) : (axis.starts[code] as number) + (positions[at] as number);
    if (
      surprise[at] === surprise[at] &&
      x[at] === x[at] &&
      (!place || ((x[at] as number) >= place.start && (x[at] as number) <= place.end))
    )
      all++;
  }
  const [from, to] = place ? [place.start, place.end] : [0, axis.total];
  const drawn = notCovered({ x, y: surprise, from, to, above: suggestive ?? significant ?? usualLine });
  const top = drawn.reduce((most, at) => Math.max(most, surprise[at] as number), 0);
  const height = Math.max(top, significant ?? 0) * 1.12 || 1;
  const hits =
    significant === null
      ? []
      : Array.from(drawn.filter((at) => (surprise[at] as number) > significant)).sort(
          (a, b) => (surprise[b] as number) - (surprise[a] as number),
        );
  const isHit = new Set(hits);
  const order = [...axis.names.keys()].sort((a, b) => (axis.starts[a] as number) - (axis.starts[b] as number));
  const rank = new Int32Array(axis.names.length);
  order.forEach((code, nth) => {
    rank[code] = nth;
  });
  const rest = drawn.filter((at) => !isHit.has(at));
  const even = rest.filter((at) => place !== null || (rank[codes[at] as number] as number) % 2 === 0);
  const odd = rest.filter((at) => place === null && (rank[codes[at] as number] as number) % 2 === 1);
  const type = drawn.length > manyPoints ? "scattergl" : "scatter";
  const trace = (points: ArrayLike<number>, size: number, meta: JsonObject, named: boolean): JsonObject => ({
    type,
    mode: "markers",
    name: "",
    // Bases of a genome are more than a float tells apart.
    x: f8(Array.from(points, (at) => x[at] as number)),
    y: { dtype: "f4", bdata: textOfFloats(Array.from(points, (at) => surprise[at] as number)) },
    ...(named
      ? {
          text: Array.from(points, (at) => plainText(labelOf(data, at))),
          hovertemplate: "%{text}<br>−log10 p %{y:.3~g}<extra></extra>",
        }
      : { hoverinfo: "skip" }),
    marker: { size, opacity: size > 4 ? 1 : 0.75 },
    showlegend: false,
    meta: { ...meta, part: "points" },
  });
  const line = (at: number | null, dash: string): readonly JsonObject[] =>
    at === null
      ? []
      : [
          {
            type,
            mode: "lines",
            name: "",
            x: [from, to],
            y: [at, at],
            line: { width: 1, dash },
            hoverinfo: "skip",
            showlegend: false,
            meta: { role: "rest", part: "threshold" },
          },
        ];
  const suggested = (points: ArrayLike<number>): boolean => points.length <= 5000;
  return {
    traces: [
      ...(even.length > 0 ? [trace(even, 4, { role: "plain" }, suggested(even))] : []),
      ...(odd.length > 0 ? [trace(odd, 4, { role: "others" }, suggested(odd))] : []),
      ...(hits.length > 0 ? [trace(hits, 6, { role: "group", group: 1, field: "", value: "" }, true)] : []),
      ...line(significant, "dash"),
      ...line(suggestive, "dot"),
    ],
    layout: {
      xaxis: place
        ? { range: [from, to], title: { text: "" }, showgrid: false, zeroline: false }
        : {
            range: [-0.01 * axis.total, 1.01 * axis.total],
            tickmode: "array",
            ...ticks(axis),
            title: { text: "" },
            showgrid: false,
            zeroline: false,
          },
      yaxis: { title: { text: "" }, range: [0, height], zeroline: false },
      annotations: labels(data, { x, from, to, height }, hits),
      showlegend: false,
    },
    along: place
      ? { names: [data.names[place.code] as string], starts: [0], ends: [place.end] }
      : { names: data.names, starts: [...axis.starts], ends: [...axis.ends] },
    drawn,
    all,
    hits,
  };
}

/** The middle of each chromosome; of many short ones those that have room for a name. */
function ticks({ names, starts, ends, total }: ReturnType<typeof genomeAxis>): JsonObject {
  const order = [...names.keys()].sort((a, b) => (starts[a] as number) - (starts[b] as number));
  if (order.length === 1) return ticksWithin(names[0] as string, total);
  const [values, texts]: [number[], string[]] = [[], []];
  let last = Number.NEGATIVE_INFINITY;
  for (const code of order) {
    const middle = ((starts[code] as number) + (ends[code] as number)) / 2;
    const text = (names[code] as string).replace(/^chr/i, "");
    const needs = (text.length * 8 + 6) / room.width;
    if ((middle - last) / total < needs) continue;
    values.push(middle);
    texts.push(plainText(text));
    last = middle;
  }
  return { tickvals: values, ticktext: texts };
}

/** Where there is one chromosome alone, where on it: written as a place is typed. */
function ticksWithin(name: string, total: number): JsonObject {
  const power = 10 ** Math.floor(Math.log10(total));
  const step = ([0.2, 0.5, 1].find((share) => total / (share * power) <= 6) ?? 2) * power;
  const values = Array.from({ length: Math.floor(total / step) }, (_, nth) => (nth + 1) * step);
  return { tickvals: values, ticktext: values.map((at) => plainText(`${name}:${Math.round(at)}`)) };
}

const labelOf = ({ name, names, codes, positions }: ManhattanData, at: number): string => {
  const where = `${names[codes[at] as number] ?? ""}:${positions[at] as number}`;
  const called = name(at);
  return called === null || called === where ? where : `${called} (${where})`;
};

const anchors: { readonly [side in LabelSide]: JsonObject } = {
  "top center": { xanchor: "center", yanchor: "bottom", yshift: 3 },
  "bottom center": { xanchor: "center", yanchor: "top", yshift: -3 },
  "middle right": { xanchor: "left", yanchor: "middle", xshift: 4 },
  "middle left": { xanchor: "right", yanchor: "middle", xshift: -4 },
};

interface Axes {
  readonly x: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

/** Of neighbours that are hits together the highest is named. */
function labels(data: ManhattanData, { x, from, to, height }: Axes, hits: readonly number[]): readonly JsonObject[] {
  const chosen: number[] = [];
  for (const at of hits) {
    if (chosen.length >= mostLabels) break;
    if (chosen.some((other) => Math.abs((x[at] as number) - (x[other] as number)) < apart * (to - from))) continue;
    chosen.push(at);
  }
  const nameOf = (at: number): string => {
    const called = data.name(at) ?? labelOf(data, at);
    return called.length > 24 ? `${called.slice(0, 23)}…` : called;
  };
  const points = chosen.map(
    (at): Labelled => ({
      x: (((x[at] as number) - from) / (to - from || 1)) * room.width,
      y: (1 - (data.surprise[at] as number) / height) * room.height,
      text: nameOf(at),
    }),
  );
  const sides = labelPlaces(points, room);
  return chosen.flatMap((at, n): JsonObject[] => {
    const side = sides[n];
    if (!side) return [];
    const here = { x: x[at] as number, y: data.surprise[at] as number };
    return [{ text: plainText(nameOf(at)), ...here, ...anchors[side], showarrow: false, borderpad: 0, meta: "label" }];
  });
}

// The picture of what lies along a place: each bin as wide as it is, its mean as a line of steps, least to most as a band (of
// depth the ground to the mean), and where the reader's cursor stands. Pure.

import type { Figure } from "../artifacts/artifact.ts";
import type { ToldAlong } from "../artifacts/types/file/told-along.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { AlongFile } from "../contract/kind-view.ts";

export interface AlongWords {
  /** Of the axes. */
  readonly place: string;
  readonly value: string;
  /** Of a bin, with its value: what stands beside the pointer. */
  of(bin: number): string;
  readonly alt: string;
}

/** [start, end) of a bin, from 0. */
export const binOf = ({ start, end, bin }: AlongFile, at: number): { readonly start: number; readonly end: number } => ({
  start: start + at * bin,
  end: Math.min(end, start + (at + 1) * bin),
});

/** Bases: of a closer look positions are written out. */
const near = 200_000;

type Points = { readonly x: Json[]; readonly y: Json[] };

export function alongFigure(along: AlongFile, told: ToldAlong | "estimate", cursor: number | null, words: AlongWords): Figure {
  const { mean } = along;
  const steps: Points & { readonly text: string[] } = { x: [], y: [], text: [] };
  mean.forEach((value, at) => {
    const { start, end } = binOf(along, at);
    steps.x.push(start, end);
    steps.y.push(value, value);
    const text = words.of(at);
    steps.text.push(text, text);
  });
  const group = { role: "group", group: 0 };
  const floor = told === "values" ? along.min : mean.map((value) => (value === null ? null : 0));
  const roof = told === "values" ? along.max : mean;
  const data: JsonObject[] = [];
  if (floor && roof) {
    const band = { ...bandOf(along, floor, roof), type: "scatter", mode: "lines", fill: "toself", hoverinfo: "skip" };
    data.push({ ...band, line: { width: 0 }, showlegend: false, meta: { ...group, part: "middle" } });
  }
  data.push({
    ...steps,
    type: "scatter",
    mode: "lines",
    hovertemplate: "%{text}<extra></extra>",
    showlegend: false,
    meta: group,
  });
  if (cursor !== null) data.push(cursorAt(along, cursor, [...(floor ?? []), ...(roof ?? []), ...mean]));
  return {
    type: "figure",
    data,
    layout: {
      xaxis: {
        title: { text: words.place },
        range: [along.start, along.end],
        tickformat: along.end - along.start < near ? ",d" : ".4~s",
        showgrid: false,
      },
      yaxis: { title: { text: words.value }, ...(told === "values" ? {} : { rangemode: "tozero" }) },
      hovermode: "x",
      showlegend: false,
    },
    alt: words.alt,
    marks: mean.length,
  };
}

/** A closed shape for each run of bins with values. */
function bandOf(along: AlongFile, floor: readonly (number | null)[], roof: readonly (number | null)[]): Points {
  const x: Json[] = [];
  const y: Json[] = [];
  const has = (at: number): boolean => typeof floor[at] === "number" && typeof roof[at] === "number";
  for (let from = 0; from < along.mean.length; from++) {
    if (!has(from)) continue;
    let to = from;
    while (has(to + 1)) to++;
    if (x.length > 0) {
      x.push(null);
      y.push(null);
    }
    const put = (at: number, values: readonly (number | null)[], isBack: boolean): void => {
      const { start, end } = binOf(along, at);
      x.push(...(isBack ? [end, start] : [start, end]));
      y.push(values[at] ?? null, values[at] ?? null);
    };
    for (let at = from; at <= to; at++) put(at, roof, false);
    for (let at = to; at >= from; at--) put(at, floor, true);
    from = to;
  }
  return { x, y };
}

function cursorAt(along: AlongFile, cursor: number, values: readonly (number | null)[]): JsonObject {
  const { start, end } = binOf(along, cursor);
  const numbers = values.filter((value) => value !== null);
  const middle = (start + end) / 2;
  return {
    type: "scatter",
    mode: "lines",
    x: [middle, middle],
    y: [Math.min(0, ...numbers), Math.max(0, ...numbers)],
    hoverinfo: "skip",
    showlegend: false,
    meta: { role: "missing" },
  };
}

// Points beyond thresholds apart from the others, with names beside the farthest of them, and with those that are pointed out: a
// volcano plot and its like. Which of the names have a place is found where the figure is drawn (ui/place-labels.ts).

import { plainText } from "../../artifacts/figure-text.ts";
import { bytesBy, doublesBy, wholesBy } from "../../base/filled-arrays.ts";
import type { JsonObject, JsonPath } from "../../base/json.ts";
import type { Drawing, NumberSeries, Prepared, Series } from "../../contract/chart-drawing.ts";
import { columnOf, type Side } from "../parts/axis-side.ts";
import { plainTextsOf, textOfSeries } from "../parts/chart-data.ts";
import { mostSvgPoints } from "../parts/drawing.ts";
import { textOfCodes } from "../../artifacts/table.ts";
import { f4, f8 } from "../parts/plot-array.ts";
import { words } from "../parts/words.ts";
import type { PointOptions } from "./chart.ts";
import { words as own } from "./words.ts";

export interface Sides {
  readonly x: Side;
  readonly y: Side;
  readonly logX: boolean;
  readonly logY: boolean;
}
type Shared = Pick<Drawing, "words" | "notes"> & { readonly layout: JsonObject };

/** More names of what is pointed out would cover the picture. */
const mostPointedOut = 60;
const parts = ["others", "beyond", "lower", "higher", "chosen"] as const;
type Part = (typeof parts)[number];

/** Whether any of its settings asks for this picture. */
export const isBeyond = ({ chart }: Prepared<PointOptions>["spec"]): boolean =>
  chart.leastX !== null ||
  chart.passY !== null ||
  chart.names > 0 ||
  !Array.isArray(chart.highlight) ||
  chart.highlight.length > 0;

export function drawBeyond(
  prepared: Prepared<PointOptions>,
  use: Uint8Array,
  { x, y, logX, logY }: Sides,
  shared: Shared,
): Drawing {
  const { spec, source, label } = prepared;
  const { chart } = spec;
  const xs = numbers(prepared.x, "x");
  const ys = numbers(prepared.y, "y");
  const leastX = threshold(prepared, "leastX");
  const passY = threshold(prepared, "passY");
  const isFarther = (a: number, b: number): boolean => (chart.smallestAbove ? a < b : a > b);
  const rows: number[] = [];
  for (let row = 0; row < use.length; row++) if (use[row] === 1) rows.push(row);
  const hasBothSides = rows.some((row) => (xs.values[row] as number) < 0);
  const isCut = leastX !== null || passY !== null;
  const called = namesToPointOut(prepared);
  const names = label ?? (called.size > 0 && source.idColumn ? source.series(source.idColumn, ["label"], false) : null);
  const nameOf = (row: number): string => (names ? (textOfSeries(names, row) ?? "") : "");
  const isCalled = oneOf(names, called);
  const found: { readonly [part in Part]: number[] } = { others: [], beyond: [], lower: [], higher: [], chosen: [] };
  for (const row of rows) {
    const across = xs.values[row] as number;
    const isPast =
      isCut && (leastX === null || Math.abs(across) >= leastX) && (passY === null || isFarther(ys.values[row] as number, passY));
    found[!isPast ? "others" : !hasBothSides ? "beyond" : across < 0 ? "lower" : "higher"].push(row);
    if (isCalled(row)) found.chosen.push(row);
  }
  const farthestFirst = (some: readonly number[]): number[] =>
    [...some].sort((a, b) => (isFarther(ys.values[a] as number, ys.values[b] as number) ? -1 : 1));
  const first = farthestFirst(isCut ? [...found.beyond, ...found.lower, ...found.higher] : rows).slice(0, chart.names);
  const named = label ? [...new Set([...farthestFirst(found.chosen).slice(0, mostPointedOut), ...first])] : [];
  const type = rows.length > mostSvgPoints ? "scattergl" : "scatter";
  // A p value of 10⁻⁵⁰ is none among seven digits: what stands on a logarithmic axis has all of them.
  const packed = (of: NumberSeries, some: readonly number[], isLog: boolean): JsonObject =>
    (isLog ? f8 : f4)(doublesBy(some.length, (at) => of.values[some[at] as number] as number));
  const trace = (part: Part): JsonObject => {
    const some = found[part];
    const word = own.sentence(`part-${part}`, { n: some.length });
    return {
      type,
      mode: "markers",
      name: own.say(`part-${part}`, { n: some.length }, "en"),
      x: packed(xs, some, logX),
      y: packed(ys, some, logY),
      ...(label ? { text: plainTextsOf(label, some) } : {}),
      hovertemplate: `${label ? "%{text}<br>" : ""}${plainText(xs.name)}: %{x:.3~g}<br>${plainText(ys.name)}: %{y:.3~g}<extra></extra>`,
      marker: part === "chosen" ? { size: 8, opacity: 1 } : {},
      showlegend: isCut || part === "chosen",
      meta: { ...roleOf[isCut ? part : part === "chosen" ? part : "plain"], part: "points", word: { ...word } },
    };
  };
  const [low, high] = rangeOf(rows, xs.values, logX);
  const [bottom, top] = rangeOf(rows, ys.values, logY);
  const value = (place: number, isLog: boolean): number => (isLog ? 10 ** place : place);
  const line = (across: readonly number[], up: readonly number[]): JsonObject => ({
    // By the same means as the points: else it lay below them.
    type,
    mode: "lines",
    name: "",
    x: [...across],
    y: [...up],
    line: { width: 1, dash: "dash" },
    hoverinfo: "skip",
    showlegend: false,
    meta: { role: "rest", part: "threshold" },
  });
  const ends = { x: [value(low, logX), value(high, logX)], y: [value(bottom, logY), value(top, logY)] };
  const counts = { higher: found.higher.length, lower: found.lower.length, beyond: found.beyond.length };
  const absent = called.size - new Set(found.chosen.map(nameOf)).size;
  return {
    traces: [
      ...parts.filter((part) => found[part].length > 0).map(trace),
      ...(passY === null ? [] : [line(ends.x, [passY, passY])]),
      ...(leastX === null || leastX === 0
        ? []
        : (hasBothSides ? [-leastX, leastX] : [leastX]).map((at) => line([at, at], ends.y))),
    ],
    layout: {
      ...shared.layout,
      ...(named.length > 0
        ? {
            annotations: named.map((row) => ({
              text: plainText(nameOf(row)),
              // On a log axis Plotly wants the power.
              x: onAxis(xs.values[row] as number, logX),
              y: onAxis(ys.values[row] as number, logY),
              showarrow: false,
              borderpad: 0,
              meta: "label",
            })),
          }
        : {}),
      showlegend: isCut || found.chosen.length > 0,
      legend: { itemsizing: "constant" },
    },
    meta: { labelRoom: { x: [low, high], y: chart.smallestAbove ? [top, bottom] : [bottom, top] } },
    columns: [
      x.column(rows),
      y.column(rows),
      ...(label ? [columnOf(label, rows)] : []),
      ...(isCut ? [textOfCodes("side", sidesOf(rows, found), parts)] : []),
    ],
    rows: rows.length,
    marks: rows.length,
    alt: own.sentence(hasBothSides ? "alt-sides" : "alt-beyond", {
      x: xs.name,
      y: ys.name,
      n: rows.length,
      xRange: x.range,
      yRange: y.range,
      ...counts,
    }),
    notes: [
      ...shared.notes,
      ...notesOfUnused(prepared),
      ...(chart.names > 0 && !label ? [own.sentence("note-names-off")] : []),
      ...(absent > 0 ? [own.sentence("note-not-pointed-out", { n: absent, all: called.size })] : []),
    ],
    words: shared.words,
  };
}

const roleOf: { readonly [part in Part | "plain"]: JsonObject } = {
  plain: { role: "plain" },
  others: { role: "others" },
  beyond: { role: "group", group: 1, field: "", value: "" },
  lower: { role: "group", group: 0, field: "", value: "" },
  higher: { role: "group", group: 1, field: "", value: "" },
  chosen: { role: "group", group: 2, field: "", value: "" },
};

const onAxis = (value: number, isLog: boolean): number => (isLog ? Math.log10(value) : value);

/** On the axis, with the room that Plotly leaves at either end. */
function rangeOf(rows: readonly number[], values: Float64Array, isLog: boolean): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const place = onAxis(values[row] as number, isLog);
    if (place < low) low = place;
    if (place > high) high = place;
  }
  const rest = (high - low) * 0.06;
  return [low - rest, high + rest];
}

/** Of each of `rows` the index of its part. */
function sidesOf(rows: readonly number[], found: { readonly [part in Part]: readonly number[] }): Int32Array {
  const sides = new Uint8Array((rows.at(-1) ?? -1) + 1);
  for (const part of ["beyond", "lower", "higher"] as const) for (const row of found[part]) sides[row] = parts.indexOf(part);
  return wholesBy(rows.length, (at) => sides[rows[at] as number] as number);
}

/** Whether the name of a row is one of `called`. */
function oneOf(names: Series | null, called: ReadonlySet<string>): (row: number) => boolean {
  if (!names || called.size === 0) return () => false;
  if (names.kind === "number") return (row) => called.has(textOfSeries(names, row) ?? "");
  const isLevel = bytesBy(names.levels.length, (level) => (called.has(names.levels[level] as string) ? 1 : 0));
  return (row) => isLevel[names.codes[row] as number] === 1;
}

function numbers(series: Series | null, field: "x" | "y"): NumberSeries {
  if (series?.kind === "number") return series;
  return own.fail("beyond-text", { column: series?.name ?? "" }, { at: [field] });
}

/** A number, or the parameter's; null: none. */
function threshold({ spec: { chart }, valueOf }: Prepared<PointOptions>, field: "leastX" | "passY"): number | null {
  const at: JsonPath = ["chart", field];
  const value = chart[field] === null ? null : valueOf(chart[field]);
  if (value === null) return null;
  if (typeof value !== "number" || !Number.isFinite(value) || (field === "leastX" && value < 0))
    return own.fail("threshold-no-number", { value: JSON.stringify(value) }, { at });
  return value;
}

function namesToPointOut({ spec: { chart }, valueOf }: Prepared<PointOptions>): ReadonlySet<string> {
  const value = valueOf(chart.highlight);
  if (value === null) return new Set();
  if (typeof value === "string") return new Set([value]);
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return new Set(value as readonly string[]);
  return own.fail("highlight-not-names", { value: JSON.stringify(value) }, { at: ["chart", "highlight"] });
}

/** Colour and size say something else than which side of a threshold a point is on. */
function notesOfUnused({ color, size }: Prepared<PointOptions>) {
  const fields = [...(color ? [`color (${color.name})`] : []), ...(size ? [`size (${size.name})`] : [])];
  return fields.length > 0 ? [words.sentence("note-not-drawn", { fields, n: fields.length })] : [];
}

// A figure as a few strokes, small enough for a list of notebooks: where its marks stand and to which group they belong,
// without names, numbers or axes. Pure; drawn by the screen in its own colours.

import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import type { Figure } from "./artifact.ts";
import { figurePage } from "./figure-page.ts";
import { floatsOf } from "./plot-floats.ts";

/** An SVG path within `thumbnailSize`. */
export interface ThumbnailMark {
  /** Dots are strokes of no length with round ends. */
  readonly shape: "dots" | "line" | "area";
  readonly path: string;
  /** Number of the group for its colour; of a heatmap, how high its values are from 0 to `heatLevels` - 1. */
  readonly group: number;
  /** Whose colours: of groups, from low to high, or about zero in the middle. */
  readonly scale: (typeof thumbnailScales)[number];
}
export const thumbnailScales = ["groups", "sequential", "diverging"] as const;

export const thumbnailSize = { width: 160, height: 90 } as const;
/** Odd, so that zero has a level of its own where it stands in the middle. */
export const heatLevels = 7;
const margin = 8;
const mostDots = 400;
const mostCells = { rows: 15, columns: 26 } as const;

interface Span {
  from: number;
  to: number;
}
type Place = (value: number) => number;

export function figureThumbnail(figure: Figure): readonly ThumbnailMark[] {
  const traces = figurePage(figure, 0).data.filter(isJsonObject);
  const heat = traces.find((trace) => trace["type"] === "heatmap");
  if (heat) return heatMarks(heat, isReversed(figure.layout["yaxis"]));
  const { layout } = figure;
  const panels = panelsOf(layout, traces).map(({ x, y, own }) => {
    const scale = { x: scaleOf(layout[x]), y: scaleOf(layout[y]) };
    const drawn = own.map((trace) => shapesOf(trace, scale));
    if (layout["barmode"] !== "overlay") stack(drawn, layout["barmode"] === "stack");
    return { x, y, drawn };
  });
  thinBoxes(panels.flatMap(({ drawn }) => drawn));

  const spans = new Map<string, Span>();
  const spanOf = (axis: string): Span => {
    const name = standsFor(axis, layout);
    const span = spans.get(name) ?? { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
    spans.set(name, span);
    return span;
  };
  for (const panel of panels) {
    const [x, y] = [spanOf(panel.x), spanOf(panel.y)];
    for (const { points, boxes } of panel.drawn) {
      for (const point of points.filter(isPoint)) {
        widen(x, point.x);
        widen(y, point.y);
      }
      for (const box of boxes) {
        for (const at of [box.x0, box.x1]) widen(x, at);
        for (const at of [box.low, box.high]) widen(y, at);
      }
    }
  }
  const seen = panels
    .filter(({ x, y }) => [spanOf(x), spanOf(y)].every(({ from, to }) => to >= from))
    .flatMap(({ x, y, drawn }) => {
      const [left, right] = within(layout[x], panels.length > 1, margin, thumbnailSize.width - margin);
      const [bottom, top] = within(layout[y], panels.length > 1, thumbnailSize.height - margin, margin);
      const atX = isReversed(layout[x]) ? placed(spanOf(x), right, left) : placed(spanOf(x), left, right);
      const atY = isReversed(layout[y]) ? placed(spanOf(y), top, bottom) : placed(spanOf(y), bottom, top);
      return drawn.map((trace) => ({ trace, atX, atY }));
    });
  const few = fewer(
    seen.map(({ trace, atX, atY }) => (trace.lines ? [] : trace.points.filter(isPoint).map(({ x, y }): At => [atX(x), atY(y)]))),
  );
  return seen.flatMap(({ trace, atX, atY }, at) => marksOf(trace, atX, atY, few[at] ?? []));
}

// ---- panels --------------------------------------------------------------------------------------------------------------

interface PanelOfTraces {
  /** Keys of the layout: xaxis, yaxis2. */
  readonly x: string;
  readonly y: string;
  readonly own: readonly JsonObject[];
}

/** All panels where they are of one sort (`meta.panels`); of other figures, which may have a table below the picture, the first. */
function panelsOf(layout: JsonObject, traces: readonly JsonObject[]): readonly PanelOfTraces[] {
  const areAlike = isJsonObject(layout["meta"]) && isJsonObject(layout["meta"]["panels"]);
  const panels = new Map<string, { readonly x: string; readonly y: string; readonly own: JsonObject[] }>();
  for (const trace of traces) {
    const [x, y] = [axisOf(trace["xaxis"], "x"), axisOf(trace["yaxis"], "y")];
    if (!areAlike && (x !== "xaxis" || y !== "yaxis")) continue;
    const panel = panels.get(`${x} ${y}`) ?? { x, y, own: [] };
    panel.own.push(trace);
    panels.set(`${x} ${y}`, panel);
  }
  return [...panels.values()];
}

/** "x2" of a trace is "xaxis2" of the layout. */
const axisOf = (of: Json | undefined, letter: "x" | "y"): string =>
  typeof of === "string" ? `${letter}axis${of.slice(1)}` : `${letter}axis`;

/** The axis whose range it has; of axes with one range written on each, that range. */
function standsFor(axis: string, layout: JsonObject): string {
  const letter = axis.startsWith("x") ? "x" : "y";
  const own = layout[axis];
  if (!isJsonObject(own)) return axis;
  if (typeof own["matches"] === "string") return axisOf(own["matches"], letter);
  return Array.isArray(own["range"]) ? `${letter} ${own["range"].join(" ")}` : axis;
}

/** Its part of the picture. */
function within(axis: Json | undefined, isPart: boolean, from: number, to: number): readonly [number, number] {
  const domain = isPart && isJsonObject(axis) ? axis["domain"] : null;
  if (!Array.isArray(domain)) return [from, to];
  return [from + (to - from) * Number(domain[0]), from + (to - from) * Number(domain[1])];
}

// ---- what a trace shows ------------------------------------------------------------------------------------------------

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box {
  readonly x0: number;
  readonly x1: number;
  low: number;
  high: number;
  /** A box with whiskers; null for a bar. */
  readonly inner: { readonly q1: number; readonly median: number; readonly q3: number } | null;
}
interface Shapes {
  readonly group: number;
  readonly lines: boolean;
  readonly points: readonly Point[];
  boxes: readonly Box[];
}

const isPoint = ({ x, y }: Point): boolean => Number.isFinite(x) && Number.isFinite(y);

function shapesOf(trace: JsonObject, scale: { readonly x: Place; readonly y: Place }): Shapes {
  const meta = isJsonObject(trace["meta"]) ? trace["meta"] : {};
  const group = typeof meta["group"] === "number" ? meta["group"] : 0;
  const x = numbers(trace["x"]).map(scale.x);
  const y = numbers(trace["y"]).map(scale.y);
  const width = typeof trace["width"] === "number" ? trace["width"] : 0.8;
  if (trace["type"] === "box") {
    const of = (name: string): readonly number[] => numbers(trace[name]).map(scale.y);
    const [q1, median, q3, low, high] = [of("q1"), of("median"), of("q3"), of("lowerfence"), of("upperfence")];
    const boxes = x.flatMap((at, row): Box[] => {
      const found = [q1[row], median[row], q3[row], low[row], high[row]] as const;
      if (!Number.isFinite(at) || found.some((value) => value === undefined || !Number.isFinite(value))) return [];
      const [a, m, b, from, to] = found as readonly [number, number, number, number, number];
      return [{ x0: at - width / 2, x1: at + width / 2, low: from, high: to, inner: { q1: a, median: m, q3: b } }];
    });
    return { group, lines: false, points: [], boxes };
  }
  if (trace["type"] === "bar") {
    const base = numbers(trace["base"]);
    const boxes = x.flatMap((at, row): Box[] => {
      const height = y[row] ?? Number.NaN;
      if (!isPoint({ x: at, y: height })) return [];
      const from = base[row] ?? 0;
      if (trace["orientation"] === "h")
        return [{ x0: from, x1: from + at, low: height - width / 2, high: height + width / 2, inner: null }];
      return [
        {
          x0: at - width / 2,
          x1: at + width / 2,
          low: Math.min(from, from + height),
          high: Math.max(from, from + height),
          inner: null,
        },
      ];
    });
    return { group, lines: false, points: [], boxes };
  }
  const lines = typeof trace["mode"] === "string" && trace["mode"].includes("lines");
  const points = x.slice(0, y.length).map((at, row) => ({ x: at, y: y[row] as number }));
  return { group, lines, points, boxes: [] };
}

/** Of more bars than anybody sees each second, third … */
function thinBoxes(drawn: readonly Shapes[]): void {
  const step = Math.ceil(drawn.reduce((sum, { boxes }) => sum + boxes.length, 0) / mostDots);
  if (step > 1) for (const trace of drawn) trace.boxes = trace.boxes.filter((_, at) => at % step === 0);
}

/** Bars of one place: upon each other, or side by side. */
function stack(drawn: readonly Shapes[], upon: boolean): void {
  const bars = drawn.filter((trace) => trace.boxes.some((box) => box.inner === null));
  if (bars.length < 2) return;
  const tops = new Map<number, number>();
  bars.forEach(({ boxes }, turn) => {
    for (const box of boxes as (Box & { x0: number; x1: number })[]) {
      if (upon) {
        const below = tops.get(box.x0) ?? 0;
        tops.set(box.x0, below + box.high);
        box.low += below;
        box.high += below;
      } else {
        const width = (box.x1 - box.x0) / bars.length;
        box.x0 += width * turn;
        box.x1 = box.x0 + width;
      }
    }
  });
}

// ---- places ------------------------------------------------------------------------------------------------------------

function numbers(value: Json | undefined): readonly number[] {
  if (isJsonObject(value) && typeof value["bdata"] === "string" && (value["dtype"] === "f8" || value["dtype"] === "f4"))
    return Array.from(floatsOf(value["bdata"], value["dtype"]));
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).map((item) => {
    if (typeof item === "number") return item;
    return typeof item === "string" ? Date.parse(item) : Number.NaN;
  });
}

const scaleOf = (axis: Json | undefined): Place =>
  isJsonObject(axis) && axis["type"] === "log" ? (value) => Math.log10(value) : (value) => value;

const isReversed = (axis: Json | undefined): boolean => {
  if (!isJsonObject(axis)) return false;
  const range = axis["range"];
  return axis["autorange"] === "reversed" || (Array.isArray(range) && Number(range[0]) > Number(range[1]));
};

function widen(span: Span, value: number): void {
  if (value < span.from) span.from = value;
  if (value > span.to) span.to = value;
}

/** All equal stands in the middle. */
const placed =
  ({ from, to }: Span, at: number, end: number): Place =>
  (value) =>
    Math.round((to > from ? at + ((value - from) / (to - from)) * (end - at) : (at + end) / 2) * 10) / 10;

function marksOf(trace: Shapes, atX: Place, atY: Place, dots: readonly At[]): readonly ThumbnailMark[] {
  const { group } = trace;
  const mark = (shape: ThumbnailMark["shape"], path: string): ThumbnailMark[] =>
    path === "" ? [] : [{ shape, path, group, scale: "groups" }];
  const rectangle = (x0: number, x1: number, low: number, high: number): string =>
    `M${atX(x0)} ${atY(high)}H${atX(x1)}V${atY(low)}H${atX(x0)}Z`;
  if (trace.boxes.length > 0) {
    const areas = trace.boxes.map((box) => rectangle(box.x0, box.x1, box.inner?.q1 ?? box.low, box.inner?.q3 ?? box.high));
    const lines = trace.boxes.flatMap(({ inner, x0, x1, low, high }) => {
      if (!inner) return [];
      const middle = atX((x0 + x1) / 2);
      return [
        `M${atX(x0)} ${atY(inner.median)}H${atX(x1)}M${middle} ${atY(high)}V${atY(inner.q3)}M${middle} ${atY(inner.q1)}V${atY(low)}`,
      ];
    });
    return [...mark("area", areas.join("")), ...mark("line", lines.join(""))];
  }
  if (trace.lines) {
    let path = "";
    let open = false;
    for (const point of trace.points) {
      if (isPoint(point)) path += `${open ? "L" : "M"}${atX(point.x)} ${atY(point.y)}`;
      open = isPoint(point);
    }
    return mark("line", path);
  }
  return mark("dots", dots.map(([x, y]) => `M${x} ${y}h0`).join(""));
}

type At = readonly [x: number, y: number];

/** Of many dots one stands for those that would lie on it: the shape stays, and so does what stands far from the rest. */
function fewer(traces: readonly (readonly At[])[]): readonly (readonly At[])[] {
  let now = traces;
  for (let step = 1; now.reduce((sum, dots) => sum + dots.length, 0) > mostDots; step += 0.5) {
    now = traces.map((dots) => {
      const taken = new Set<string>();
      return dots.filter(([x, y]) => {
        const place = `${Math.round(x / step)} ${Math.round(y / step)}`;
        return !taken.has(place) && taken.add(place);
      });
    });
  }
  return now;
}

// ---- heatmaps ----------------------------------------------------------------------------------------------------------

/** Many cells become few by their means; one path for each level. */
function heatMarks(trace: JsonObject, reversed: boolean): readonly ThumbnailMark[] {
  const z = trace["z"];
  const shape = isJsonObject(z) && typeof z["shape"] === "string" ? z["shape"].split(",").map(Number) : [];
  const [rows = 0, columns = 0] = shape;
  const values = numbers(z);
  if (rows < 1 || columns < 1 || values.length !== rows * columns) return [];
  const [down, across] = [Math.min(rows, mostCells.rows), Math.min(columns, mostCells.columns)];
  const sums = new Float64Array(down * across);
  const counts = new Float64Array(down * across);
  values.forEach((value, at) => {
    if (!Number.isFinite(value)) return;
    const cell = Math.floor((Math.floor(at / columns) * down) / rows) * across + Math.floor(((at % columns) * across) / columns);
    sums[cell] = (sums[cell] as number) + value;
    counts[cell] = (counts[cell] as number) + 1;
  });
  const means = Array.from(sums, (sum, cell) => sum / (counts[cell] as number));
  const span: Span = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  for (const mean of means) if (Number.isFinite(mean)) widen(span, mean);
  const scale = trace["zmid"] === 0 ? "diverging" : "sequential";
  if (scale === "diverging") for (const end of [span.from, span.to]) widen(span, -end);
  const paths = Array.from({ length: heatLevels }, () => "");
  const { width, height } = thumbnailSize;
  const round = (value: number): number => Math.round(value * 10) / 10;
  means.forEach((mean, cell) => {
    if (!Number.isFinite(mean)) return;
    const level =
      span.to > span.from ? Math.min(heatLevels - 1, Math.floor(((mean - span.from) / (span.to - span.from)) * heatLevels)) : 0;
    const row = Math.floor(cell / across);
    const top = reversed ? row : down - 1 - row;
    const [x0, x1] = [round(((cell % across) * width) / across), round((((cell % across) + 1) * width) / across)];
    paths[level] += `M${x0} ${round((top * height) / down)}H${x1}V${round(((top + 1) * height) / down)}H${x0}Z`;
  });
  return paths.flatMap((path, group): ThumbnailMark[] => (path === "" ? [] : [{ shape: "area", path, group, scale }]));
}

// Selecting in a figure: what a gesture of Plotly means, how a selection is drawn, how many points lie in it. By the same rule as
// the step that keeps the rows (artifacts/selection.ts). Pure.

import type { Figure } from "../../artifacts/artifact.ts";
import { floatsOf } from "../../artifacts/plot-floats.ts";
import {
  asksNames,
  type AxisLetter,
  boxOf,
  mostCorners,
  type Place,
  type Selection,
  selectionIn,
  tidyLasso,
  withinSelection,
} from "../../artifacts/selection.ts";
import type { InputChoice } from "../../contract/kind-view.ts";
import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";

export interface Selecting {
  readonly value: Selection | null;
  /** area: by what stands on the axes; names: by what points are called, which is their text in the figure. */
  readonly by: "area" | "names";
  onSelect(selection: Selection | null): void;
  /** Dragging selects from the beginning. */
  readonly isOn?: boolean;
}

/** A parameter whose value is a selection, or nothing yet. */
export function mayHoldSelection({ summary }: Pick<InputChoice, "summary">): boolean {
  const value = summary?.detail?.["value"] ?? null;
  return value === null || selectionIn(value) !== null;
}

/** What Plotly tells of a gesture, as far as it is looked at. */
export interface Gesture {
  readonly range?: { readonly x?: readonly unknown[]; readonly y?: readonly unknown[] } | undefined;
  readonly lassoPoints?: { readonly x?: readonly unknown[]; readonly y?: readonly unknown[] } | undefined;
  readonly points?: readonly { readonly x?: unknown; readonly y?: unknown; readonly text?: unknown }[] | undefined;
}

/** Letters as they are, where a figure has them escaped (`plainText`). */
const unescaped = (text: string): string =>
  text
    .replace(/&#37;\{/g, "%{")
    .replace(/&gt;/g, ">")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");

export const logAxesOf = ({ layout }: Figure): readonly AxisLetter[] =>
  (["x", "y"] as const).filter((axis) => {
    const own = layout[`${axis}axis`];
    return isJsonObject(own) && own["type"] === "log";
  });

const isEnd = (value: unknown): value is number | string => typeof value === "number" || typeof value === "string";
const areEnds = (values: readonly unknown[] | undefined): readonly (number | string)[] | undefined =>
  values?.every(isEnd) ? (values as readonly (number | string)[]) : undefined;

/** The selection after something was drawn; null: nothing. */
export function selectionDrawn(gesture: Gesture | undefined, by: Selecting["by"], figure: Figure): Selection | null {
  if (!gesture) return null;
  const drawn = areaDrawn(gesture, logAxesOf(figure));
  if (by === "area" || drawn === null) return drawn;
  return { names: namesWithin(figure, drawn) };
}

function areaDrawn(
  { range, lassoPoints }: Gesture,
  log: readonly AxisLetter[],
): Exclude<Selection, { names: readonly string[] }> | null {
  if (range) return boxOf({ x: areEnds(range.x), y: areEnds(range.y) });
  const [xs, ys] = [lassoPoints?.x ?? [], lassoPoints?.y ?? []];
  const corners = xs.flatMap((x, at): Place[] => {
    const y = ys[at];
    return typeof x === "number" && typeof y === "number" && Number.isFinite(x) && Number.isFinite(y) ? [[x, y]] : [];
  });
  const every = Math.ceil(corners.length / mostCorners);
  const kept = every > 1 ? corners.filter((_, at) => at % every === 0) : corners;
  return kept.length < 3 ? null : tidyLasso({ lasso: kept, ...(log.length > 0 ? { log } : {}) });
}

/** The selection after a point was clicked: with it, or without it where it was in it. An area makes way for points. */
export function selectionClicked(now: Selection | null, { points }: Gesture, by: Selecting["by"]): Selection | null {
  const [point] = points ?? [];
  if (!point) return now;
  if (by === "names") {
    if (typeof point.text !== "string") return now;
    const name = unescaped(point.text);
    const before = now && asksNames(now) ? now.names : [];
    return { names: before.includes(name) ? before.filter((other) => other !== name) : [...before, name] };
  }
  const { x, y } = point;
  if (typeof x !== "number" || typeof y !== "number") return now;
  const before = now && "points" in now ? now.points : [];
  const others = before.filter(([ax, ay]) => ax !== x || ay !== y);
  return { points: others.length < before.length ? others : [...before, [x, y]] };
}

interface Drawn {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly text: readonly string[] | null;
}

/** The points of a figure, trace by trace; those that are lines, rings or something else than a row each are left out. */
export function pointsIn(figure: Figure): readonly Drawn[] {
  return figure.data.flatMap((trace) => {
    const { meta } = trace;
    if (trace["mode"] !== "markers" || !isJsonObject(meta) || meta["part"] !== "points") return [];
    const [x, y] = [numbersOf(trace["x"]), numbersOf(trace["y"])];
    const text = Array.isArray(trace["text"])
      ? (trace["text"] as readonly Json[]).map((one) => unescaped(String(one ?? "")))
      : null;
    return x && y ? [{ x, y, text }] : [];
  });
}

function numbersOf(values: Json | undefined): readonly number[] | null {
  if (Array.isArray(values)) return (values as readonly Json[]).map((value) => (typeof value === "number" ? value : Number.NaN));
  if (!isJsonObject(values) || typeof values["bdata"] !== "string") return null;
  const { dtype } = values;
  return dtype === "f8" || dtype === "f4" ? floatsOf(values["bdata"], dtype) : null;
}

function namesWithin(figure: Figure, area: Exclude<Selection, { names: readonly string[] }>): readonly string[] {
  const isWithin = withinSelection(area);
  const names = pointsIn(figure).flatMap(({ x, y, text }) =>
    (text ?? []).filter((_, at) => isWithin(x[at] ?? Number.NaN, y[at] ?? Number.NaN)),
  );
  return [...new Set(names)];
}

/** The places of a figure that lie in a selection. */
export function placesSelected(figure: Figure, selection: Selection | null): readonly Place[] {
  if (!selection) return [];
  const wanted = asksNames(selection) ? new Set(selection.names) : null;
  const isWithin = asksNames(selection) ? null : withinSelection(selection);
  return pointsIn(figure).flatMap(({ x, y, text }) =>
    x.flatMap((ax, at): Place[] => {
      const ay = y[at] ?? Number.NaN;
      return (wanted ? text !== null && wanted.has(text[at] ?? "") : isWithin?.(ax, ay)) ? [[ax, ay]] : [];
    }),
  );
}

/** Rings of more would be a cloud of their own. */
const mostRings = 300;

/** How a selection is drawn over its figure: its outline, and rings around what was picked by itself. */
export function drawnSelection(
  figure: Figure,
  selection: Selection | null,
  colour: string,
): { shapes: JsonObject[]; traces: JsonObject[] } {
  if (!selection) return { shapes: [], traces: [] };
  const look = { line: { color: colour, width: 1.5, dash: "dot" }, fillcolor: `${colour}14`, layer: "above" };
  if ("lasso" in selection) {
    const path = selection.lasso.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x},${y}`).join("");
    return { shapes: [{ type: "path", path: `${path}Z`, ...look }], traces: [] };
  }
  if ("names" in selection || "points" in selection) {
    const places = placesSelected(figure, selection).slice(0, mostRings);
    const ring = { symbol: "circle-open", size: 12, color: colour, line: { width: 2 } };
    const trace = { type: "scatter", mode: "markers", x: places.map(([x]) => x), y: places.map(([, y]) => y), marker: ring };
    return { shapes: [], traces: places.length > 0 ? [{ ...trace, hoverinfo: "skip", showlegend: false }] : [] };
  }
  const side = (axis: AxisLetter): JsonObject => {
    const pair = selection[axis];
    if (!pair) return { [`${axis}0`]: 0, [`${axis}1`]: 1, [`${axis}ref`]: "paper" };
    // An open end goes as far as the points do.
    const all = pair.includes(null) ? pointsIn(figure).flatMap((points) => points[axis].filter(Number.isFinite)) : [];
    const far = (past: (a: number, b: number) => number, from: number): number => all.reduce((a, b) => past(a, b), from);
    return {
      [`${axis}0`]: pair[0] ?? far(Math.min, Number(pair[1])),
      [`${axis}1`]: pair[1] ?? far(Math.max, Number(pair[0])),
    };
  };
  return { shapes: [{ type: "rect", ...side("x"), ...side("y"), ...look }], traces: [] };
}

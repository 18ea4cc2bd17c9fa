// The marks of a figure that stand for rows: points, each a row, and bars, each so many. Pure.

import type { Figure } from "../../artifacts/artifact.ts";
import { floatsOf } from "../../artifacts/plot-floats.ts";
import { isJsonObject, type Json } from "../../base/json.ts";

/** "x2", "x3 domain": the third panel is 2. */
export const panelOfAxis = (axis: unknown): number => Number(/^[xy](\d+)/.exec(String(axis ?? ""))?.[1] ?? 1) - 1;

/** Letters as they are, where a figure has them escaped (`plainText`). */
export const unescaped = (text: string): string =>
  text
    .replace(/&#37;\{/g, "%{")
    .replace(/&gt;/g, ">")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");

interface Points {
  readonly panel: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly text: readonly string[] | null;
}

/** The points of a figure, trace by trace; those that are lines, rings or something else than a row each are left out. */
export function pointsIn(figure: Figure): readonly Points[] {
  return figure.data.flatMap((trace) => {
    const { meta } = trace;
    if (trace["mode"] !== "markers" || !isJsonObject(meta) || meta["part"] !== "points") return [];
    const [x, y] = [numbersOf(trace["x"]), numbersOf(trace["y"])];
    const text = Array.isArray(trace["text"])
      ? (trace["text"] as readonly Json[]).map((one) => unescaped(String(one ?? "")))
      : null;
    return x && y ? [{ panel: panelOfAxis(trace["xaxis"]), x, y, text }] : [];
  });
}

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

/** Bars of a width each, trace by trace: how many rows lie from where to where. */
export function barsIn(figure: Figure): readonly { readonly panel: number; readonly bars: readonly Bar[] }[] {
  return figure.data.flatMap((trace) => {
    const { width } = trace;
    const [x, y] = [numbersOf(trace["x"]), numbersOf(trace["y"])];
    if (trace["type"] !== "bar" || typeof width !== "number" || !x || !y) return [];
    const bars = x.map((middle, at) => ({ from: middle - width / 2, to: middle + width / 2, n: y[at] ?? 0 }));
    return [{ panel: panelOfAxis(trace["xaxis"]), bars }];
  });
}

function numbersOf(values: Json | undefined): readonly number[] | null {
  if (Array.isArray(values)) return (values as readonly Json[]).map((value) => (typeof value === "number" ? value : Number.NaN));
  if (!isJsonObject(values) || typeof values["bdata"] !== "string") return null;
  const { dtype } = values;
  return dtype === "f8" || dtype === "f4" ? floatsOf(values["bdata"], dtype) : null;
}

// Where panels of one figure stand: in rows from above, in columns from the left, each with a share of the drawing.

import type { JsonObject } from "../../base/json.ts";

/** "x", "x2", "x3" …: how traces call the axis of that number, from 0. */
export const axisId = (letter: "x" | "y", at: number): string => (at === 0 ? letter : `${letter}${at + 1}`);
/** "xaxis", "xaxis2" …: how the layout calls it. */
export const axisKey = (letter: "x" | "y", at: number): string => (at === 0 ? `${letter}axis` : `${letter}axis${at + 1}`);

/** From the left; `gap`: the part of the drawing between two. */
export function domainAcross(at: number, count: number, gap: number): readonly [number, number] {
  const width = (1 - gap * (count - 1)) / count;
  const from = at * (width + gap);
  return [rounded(from), rounded(Math.min(1, from + width))];
}

/** From above. */
export function domainDown(at: number, count: number, gap: number): readonly [number, number] {
  const [from, to] = domainAcross(at, count, gap);
  return [rounded(1 - to), rounded(1 - from)];
}

const rounded = (share: number): number => Math.round(share * 1e6) / 1e6;

/** By this a view knows how high the figure wants to be (ui/panel-height.ts). */
export const panelsMeta = (rows: number, columns: number): JsonObject => ({ panels: { rows, columns } });

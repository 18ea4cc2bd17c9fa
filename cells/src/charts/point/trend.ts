// A trend through points: the least-squares line with the 95 % band of its mean (R's lm and predict(interval = "confidence")), or a
// robust smooth curve (R's lowess). On a logarithmic axis of the logarithms, so that what looks straight is straight.

import type { JsonObject } from "../../base/json.ts";
import { lowess } from "../../stats/lowess.ts";
import { studentT } from "../../stats/distributions/student-t.ts";

export interface Line {
  readonly slope: number;
  readonly intercept: number;
  /** Of the slope being 0. */
  readonly p: number;
  readonly r2: number;
  readonly n: number;
  /** How far the band reaches either way at a place. */
  half(x: number): number;
}

/** Null of fewer than three points, and where x does not vary. */
export function lineThrough(x: Float64Array, y: Float64Array): Line | null {
  const n = x.length;
  if (n < 3) return null;
  let [mx, my] = [0, 0];
  for (let at = 0; at < n; at++) {
    mx += ((x[at] as number) - mx) / (at + 1);
    my += ((y[at] as number) - my) / (at + 1);
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const [dx, dy] = [(x[at] as number) - mx, (y[at] as number) - my];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  if (!(xx > 0)) return null;
  const slope = xy / xx;
  const rest = Math.max(0, yy - slope * xy);
  const error = Math.sqrt(rest / (n - 2));
  const t = studentT.quantile({ upper: 0.025 }, n - 2);
  const statistic = slope / (error / Math.sqrt(xx));
  return {
    slope,
    intercept: my - slope * mx,
    p: Number.isNaN(statistic) ? Number.NaN : 2 * studentT.upper(Math.abs(statistic), n - 2),
    r2: yy > 0 ? 1 - rest / yy : Number.NaN,
    n,
    half: (place) => t * error * Math.sqrt(1 / n + (place - mx) ** 2 / xx),
  };
}

const places = 60;

/** The line from the first to the last point, and its band; `back` brings places to the axis. */
export function tracesOfLine(
  x: Float64Array,
  line: Line,
  back: { x(v: number): number; y(v: number): number },
): readonly JsonObject[] {
  const [low, high] = x.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [x[0] as number, x[0] as number]);
  const along = Array.from({ length: places + 1 }, (_, at) => low + ((high - low) * at) / places);
  const mean = (place: number): number => line.intercept + line.slope * place;
  const reversed = along.toReversed();
  return [
    {
      mode: "lines",
      fill: "toself",
      line: { width: 0, simplify: false },
      x: [...along, ...reversed].map(back.x),
      y: [
        ...along.map((place) => back.y(mean(place) + line.half(place))),
        ...reversed.map((place) => back.y(mean(place) - line.half(place))),
      ],
      hoverinfo: "skip",
    },
    { mode: "lines", line: { width: 2 }, x: along.map(back.x), y: along.map((place) => back.y(mean(place))), hoverinfo: "skip" },
  ];
}

/** Null of fewer than five points. */
export function traceOfSmooth(
  x: Float64Array,
  y: Float64Array,
  back: { x(v: number): number; y(v: number): number },
): JsonObject | null {
  if (x.length < 5) return null;
  const found = lowess(x, y);
  return {
    mode: "lines",
    line: { width: 2 },
    x: Array.from(found.x, back.x),
    y: Array.from(found.fitted, back.y),
    hoverinfo: "skip",
  };
}

// The survival curve of one group by Kaplan and Meier 1958, with Greenwood's error and intervals on the scale of log S or of
// log(-log S) (Kalbfleisch & Prentice 2002, section 1.4), as R's survfit.

import { normal } from "../distributions/normal.ts";
import { byTime, type FollowUp } from "./survival-data.ts";

export type CurveInterval = "log" | "log-log";

/** One entry a distinct time of the group, ascending. */
export interface SurvivalCurve {
  readonly time: Float64Array;
  readonly atRisk: Int32Array;
  readonly events: Int32Array;
  readonly censored: Int32Array;
  readonly survival: Float64Array;
  /** Error of log S. */
  readonly error: Float64Array;
  /** NaN where there is none. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface CurveAsked {
  readonly rows: Int32Array;
  readonly interval: CurveInterval;
  /** Of the interval: 0.95. */
  readonly level: number;
}

export function kaplanMeier({ time, event }: FollowUp, { rows, interval, level }: CurveAsked): SurvivalCurve {
  const order = byTime(time, rows);
  const times = [...new Set(Array.from(order, (row) => time[row] as number))];
  const size = times.length;
  const curve = {
    time: Float64Array.from(times),
    atRisk: new Int32Array(size),
    events: new Int32Array(size),
    censored: new Int32Array(size),
    survival: new Float64Array(size),
    error: new Float64Array(size),
    lower: new Float64Array(size),
    upper: new Float64Array(size),
  };
  const z = normal.quantile(1 - (1 - level) / 2);
  let left = order.length;
  let survival = 1;
  let variance = 0;
  let next = 0;
  times.forEach((at, place) => {
    let events = 0;
    let censored = 0;
    for (; next < order.length && time[order[next] as number] === at; next++)
      if (event[order[next] as number] === 1) events++;
      else censored++;
    survival *= (left - events) / left;
    if (events > 0) variance += events / (left * (left - events));
    const error = Math.sqrt(variance);
    const [lower, upper] = intervalOf(survival, error, z, interval);
    curve.atRisk[place] = left;
    curve.events[place] = events;
    curve.censored[place] = censored;
    curve.survival[place] = survival;
    curve.error[place] = error;
    curve.lower[place] = lower;
    curve.upper[place] = upper;
    left -= events + censored;
  });
  return curve;
}

function intervalOf(survival: number, error: number, z: number, interval: CurveInterval): readonly [number, number] {
  if (survival === 0) return [Number.NaN, Number.NaN];
  if (interval === "log") return [survival * Math.exp(-z * error), Math.min(1, survival * Math.exp(z * error))];
  // Before the first event there is nothing to say on this scale.
  if (survival === 1) return [Number.NaN, Number.NaN];
  const by = (z * error) / Math.log(survival);
  return [survival ** Math.exp(-by), survival ** Math.exp(by)];
}

export interface QuantileOfCurve {
  readonly at: number;
  readonly lower: number;
  readonly upper: number;
}

/** The time by which half had the event, with its interval (Brookmeyer & Crowley 1982); NaN: the curve does not come so low. */
export function medianOf({ time, survival, lower, upper }: SurvivalCurve): QuantileOfCurve {
  return { at: firstBelow(time, survival), lower: firstBelow(time, lower), upper: firstBelow(time, upper) };
}

const tolerance = Math.sqrt(Number.EPSILON);

/** Where the curve lies at one half for a while, the middle of that while. */
function firstBelow(time: Float64Array, values: Float64Array): number {
  const at = values.findIndex((value) => value < 0.5 + tolerance);
  if (at < 0) return Number.NaN;
  if (Math.abs((values[at] as number) - 0.5) >= tolerance) return time[at] as number;
  const next = values.findIndex((value) => value < (values[at] as number));
  return next < 0 ? (time[at] as number) : ((time[at] as number) + (time[next] as number)) / 2;
}

/** Under observation just before a time. */
export function atRiskAt({ time, atRisk }: SurvivalCurve, when: number): number {
  const at = time.findIndex((value) => value >= when);
  return at < 0 ? 0 : (atRisk[at] as number);
}

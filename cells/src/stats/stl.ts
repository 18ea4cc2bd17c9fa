// A series in trend, season and rest: STL (Cleveland, Cleveland, McRae and Terpenning, Journal of Official Statistics 6:3-73, 1990),
// robust, so that outliers move neither trend nor season. Numbers are those of statsmodels' STL(robust=True): 15 robust rounds of two
// inner ones, windows of 7 periods for the season and of the usual lengths for trend and low-pass. Missing values weigh nothing.

import { medianOf } from "./quantiles.ts";

export interface Seasons {
  readonly trend: Float64Array;
  readonly season: Float64Array;
}

const seasonal = 7;
const [innerRounds, robustRounds] = [2, 15];
const odd = (least: number): number => least + (least % 2 === 0 ? 1 : 0);

/** `values`: NaN is missing; longer than two periods of at least 2. `pause`: between rounds, and may throw. */
export function seasonsOf(values: Float64Array, period: number, pause: () => void = () => undefined): Seasons {
  const n = values.length;
  const present = values.map((value) => (Number.isNaN(value) ? 0 : 1));
  const y = values.map((value) => (Number.isNaN(value) ? 0 : value));
  const trendLength = odd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonal)));
  const lowLength = odd(period + 1);
  // Of long series every tenth of a window is smoothed and the rest lies on lines between, as the authors advise.
  const jumpOf = (length: number): number => (n * length > 2e6 ? Math.ceil(length / 10) : 1);
  const trend = new Float64Array(n);
  const season = new Float64Array(n);
  let weights: Float64Array = present;
  for (let round = 0; ; round++) {
    for (let inner = 0; inner < innerRounds; inner++) {
      pause();
      const cycles = smoothedCycles(
        y.map((value, at) => value - (trend[at] as number)),
        period,
        weights,
      );
      const low = new Float64Array(n);
      smooth(movingMean(movingMean(movingMean(cycles, period), period), 3), lowLength, jumpOf(lowLength), null, low);
      for (let at = 0; at < n; at++) season[at] = (cycles[period + at] as number) - (low[at] as number);
      const rest = y.map((value, at) => value - (season[at] as number));
      smooth(rest, trendLength, jumpOf(trendLength), weights, trend);
    }
    if (round === robustRounds) return { trend, season };
    weights = robustness(y, trend, season, present);
  }
}

const mostParts = 10;

/**
 * What trend and season of the others make expect of each value. In its own smoothing a value pulls the line towards it, most of all
 * where there are few periods, so that what is left is too little to measure by; so each is told by a smoothing without it and a
 * tenth of the others (of fewer periods than ten, of one in so many). At least three periods.
 */
export function expectedOf(values: Float64Array, period: number, pause: () => void = () => undefined): Float64Array {
  const parts = Math.min(mostParts, Math.floor(values.length / period));
  // Neither neighbours nor equal phases one after the other go together.
  const partOf = (at: number): number => (Math.floor(at / period) + (at % period)) % parts;
  const expected = new Float64Array(values.length);
  for (let part = 0; part < parts; part++) {
    const others = values.map((value, at) => (partOf(at) === part ? Number.NaN : value));
    const { trend, season } = seasonsOf(others, period, pause);
    for (let at = 0; at < values.length; at++)
      if (partOf(at) === part) expected[at] = (trend[at] as number) + (season[at] as number);
  }
  return expected;
}

/** Bisquare weights of the rest, 0 from six medians on. */
function robustness(y: Float64Array, trend: Float64Array, season: Float64Array, present: Float64Array): Float64Array {
  const far = y.map((value, at) => Math.abs(value - (trend[at] as number) - (season[at] as number)));
  const six = 6 * medianOf(far.filter((_, at) => present[at] === 1));
  return far.map((value, at) => {
    if (present[at] === 0 || value > 0.999 * six) return 0;
    return value <= 0.001 * six ? 1 : (1 - (value / six) ** 2) ** 2;
  });
}

/** Each phase smoothed by itself, and one period longer on both sides. */
function smoothedCycles(rest: Float64Array, period: number, weights: Float64Array): Float64Array {
  const cycles = new Float64Array(rest.length + 2 * period);
  for (let phase = 0; phase < period; phase++) {
    const count = Math.floor((rest.length - phase - 1) / period) + 1;
    const own = Float64Array.from({ length: count }, (_, k) => rest[phase + k * period] as number);
    const weight = Float64Array.from({ length: count }, (_, k) => weights[phase + k * period] as number);
    const smoothed = new Float64Array(count);
    smooth(own, seasonal, 1, weight, smoothed);
    const before = localLine(own, seasonal, 0, 1, Math.min(seasonal, count), weight);
    const after = localLine(own, seasonal, count + 1, Math.max(1, count - seasonal + 1), count, weight);
    cycles[phase] = before ?? (smoothed[0] as number);
    for (let k = 0; k < count; k++) cycles[phase + (k + 1) * period] = smoothed[k] as number;
    cycles[phase + (count + 1) * period] = after ?? (smoothed[count - 1] as number);
  }
  return cycles;
}

/** One shorter than its window shorter. */
function movingMean(values: Float64Array, length: number): Float64Array {
  const out = new Float64Array(values.length - length + 1);
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    sum += values[at] as number;
    if (at >= length) sum -= values[at - length] as number;
    if (at >= length - 1) out[at - length + 1] = sum / length;
  }
  return out;
}

/** Loess of the first degree over places 1 to n, at every `jump`-th place and on lines between. */
function smooth(y: Float64Array, length: number, jump: number, weights: Float64Array | null, into: Float64Array): void {
  const n = y.length;
  const half = Math.floor((length + 1) / 2);
  const at = (place: number): number => {
    let left = Math.min(Math.max(1, place - half + 1), Math.max(1, n - length + 1));
    if (length >= n) left = 1;
    return localLine(y, length, place, left, Math.min(n, left + length - 1), weights) ?? instead(y, weights, place);
  };
  if (n < 2) {
    into[0] = y[0] ?? 0;
    return;
  }
  const every = Math.min(jump, n - 1);
  let last = 1;
  into[0] = at(1);
  while (last < n) {
    const next = Math.min(n, last + every);
    into[next - 1] = at(next);
    const slope = ((into[next - 1] as number) - (into[last - 1] as number)) / (next - last);
    for (let between = last + 1; between < next; between++)
      into[between - 1] = (into[last - 1] as number) + slope * (between - last);
    last = next;
  }
}

/** Where nothing in the window weighs anything: the value, or the mean of those that are there. */
function instead(y: Float64Array, weights: Float64Array | null, place: number): number {
  const own = y[place - 1] as number;
  if (!weights || (weights[place - 1] as number) > 0 || own !== 0) return own;
  let [sum, weight] = [0, 0];
  for (let at = 0; at < y.length; at++) {
    sum += (y[at] as number) * (weights[at] as number);
    weight += weights[at] as number;
  }
  return weight > 0 ? sum / weight : 0;
}

/** The line through the window, tricube weights, at a place; null: nothing in it weighs anything. */
function localLine(
  y: Float64Array,
  length: number,
  place: number,
  left: number,
  right: number,
  weights: Float64Array | null,
): number | null {
  const n = y.length;
  const reach = Math.max(place - left, right - place) + (length > n ? Math.floor((length - n) / 2) : 0);
  let [all, first, second, sum, sumAt] = [0, 0, 0, 0, 0];
  for (let j = left; j <= right; j++) {
    const away = Math.abs(j - place);
    if (away > 0.999 * reach) continue;
    const share = away / reach;
    const cube = 1 - share * share * share;
    let weight = away <= 0.001 * reach ? 1 : cube * cube * cube;
    if (weights) weight *= weights[j - 1] as number;
    // Around the place, so that no digits are lost.
    const off = j - place;
    const value = (y[j - 1] as number) * weight;
    all += weight;
    first += weight * off;
    second += weight * off * off;
    sum += value;
    sumAt += value * off;
  }
  if (all <= 0) return null;
  const mean = first / all;
  const spread = second / all - mean * mean;
  const level = sum / all;
  if (reach <= 0 || Math.sqrt(Math.max(0, spread)) <= 0.001 * (n - 1)) return level;
  return level - (mean / spread) * (sumAt / all - mean * level);
}

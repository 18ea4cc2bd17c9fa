// How far dispersions scatter around their trend beyond what so few samples explain: the variance of the prior (Love, Huber &
// Anders 2014, Methods).

import { medianOf } from "../quantiles.ts";
import { loess } from "../loess.ts";
import { trigamma } from "../log-gamma.ts";
import { drawnHistograms } from "./drawn-histograms.ts";
import { leastForTrend } from "./trend.ts";

export interface SpreadOfDispersions {
  /** Of the logarithms around the trend: squared median absolute deviation. */
  readonly observed: number;
  readonly prior: number;
}

const least = 0.25;

export function spreadOfDispersions(
  dispersions: Float64Array,
  trend: Float64Array,
  { samples, width }: { readonly samples: number; readonly width: number },
): SpreadOfDispersions | null {
  const rest = Float64Array.from(
    [...dispersions.keys()].filter((at) => (dispersions[at] as number) >= leastForTrend),
    (at) => Math.log(dispersions[at] as number) - Math.log(trend[at] as number),
  );
  if (rest.length === 0) return null;
  const middle = medianOf(rest);
  const observed = (1.4826 * medianOf(rest.map((value) => Math.abs(value - middle)))) ** 2;
  const free = samples - width;
  const prior = free <= 3 ? byHistogram(rest, free) : Math.max(observed - trigamma(free / 2), least);
  return { observed, prior };
}

/**
 * Where few degrees of freedom are left, chance is far from normal: of 200 variances the histograms of what they draw are compared
 * with the one that was observed (Kullback-Leibler divergence), and a smooth line through the divergences has its least place.
 */
function byHistogram(rest: Float64Array, free: number): number {
  const seen = densities(binned(rest));
  const drawn = (drawnHistograms[free - 1] as string).split(",").map((row) => {
    const [first = 0, ...counts] = row.split(" ").map(Number);
    const bins = new Float64Array(binCount);
    bins.set(counts, first);
    return densities(bins);
  });
  const variances = drawn.map((_, at) => (widest * at) / (drawn.length - 1));
  const apart = drawn.map((made) => divergence(seen, made));
  const line = loess(variances, apart, { span: 0.2 });
  const places = Array.from({ length: finePlaces }, (_, at) => (widest * at) / (finePlaces - 1));
  const heights = places.map((place) => (line.ok ? line.at(place) : Number.NaN));
  const best = heights.reduce((lowest, height, at) => (height < (heights[lowest] as number) ? at : lowest), 0);
  return Math.max(places[best] as number, least);
}

const binCount = 40;
const widest = 8;
const finePlaces = 1000;

/** Half a unit each, from -10 to 10, closed at the right; what lies beyond is left out. */
function binned(values: Float64Array): Float64Array {
  const bins = new Float64Array(binCount);
  for (const value of values) {
    if (!(value > -10 && value < 10)) continue;
    const bin = Math.ceil((value + 10) * 2) - 1;
    bins[bin] = (bins[bin] as number) + 1;
  }
  return bins;
}

function densities(counts: Float64Array): Float64Array {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all / 0.5);
}

function divergence(seen: Float64Array, made: Float64Array): number {
  const small = Math.min(...[...seen, ...made].filter((value) => value > 0));
  return seen.reduce((sum, value, bin) => sum + value * (Math.log(value + small) - Math.log((made[bin] as number) + small)), 0);
}

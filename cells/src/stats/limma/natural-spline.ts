// The space of natural cubic splines, intercept included: of `df` directions, knots at even quantiles, straight beyond the range
// (Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 2nd edition, section 5.2.1; the fits of R's ns() are in it).

import { quantiles } from "../quantiles.ts";

/** Its directions at other places, too. */
export type SplineSpace = (x: ArrayLike<number>) => Float64Array[];

/** Of at least 2 directions, by places of which not all are the same. */
export function naturalSpline(places: Float64Array, df: number): SplineSpace {
  const least = places.reduce((a, b) => Math.min(a, b));
  const most = places.reduce((a, b) => Math.max(a, b));
  const inner = Array.from({ length: df - 2 }, (_, at) => (at + 1) / (df - 1));
  const knots = [least, ...quantiles(Float64Array.from(places), inner), most].map((knot) => (knot - least) / (most - least));
  const last = knots.length - 1;
  const cubed = (value: number): number => (value > 0 ? value ** 3 : 0);
  const bend = (value: number, at: number): number => {
    const [knot, end] = [knots[at] as number, knots[last] as number];
    // Several knots at the end bend nothing.
    return end === knot ? 0 : (cubed(value - knot) - cubed(value - end)) / (end - knot);
  };
  return (x) => {
    const scaled = Float64Array.from(x, (value) => (value - least) / (most - least));
    return [
      new Float64Array(scaled.length).fill(1),
      scaled,
      ...inner.map((_, at) => scaled.map((value) => bend(value, at) - bend(value, last - 1))),
    ];
  };
}

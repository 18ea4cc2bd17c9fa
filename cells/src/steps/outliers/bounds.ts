// Where values begin to be far: around a middle (from, to), so many spreads away. Quartiles are those of R and NumPy (type 7).
// Where half of the values or more are equal, quartiles and MAD have no spread and tell nothing.

import { meanAndDeviation, momentsOf } from "../../stats/moments.ts";
import { quantiles } from "../../stats/quantiles.ts";
import { robustZ } from "../../stats/robust-z.ts";
import type { BoundRule } from "./step.ts";

export interface Middle {
  readonly from: number;
  readonly to: number;
  readonly spread: number;
}

/** Of finite values; null where there is no spread. It is infinite where no double holds it. */
export function middleOf(by: BoundRule["by"], values: Float64Array): Middle | null {
  if (values.length < 2) return null;
  const { from, to, spread } = measured(by, values);
  return spread > 0 ? { from, to, spread } : null;
}

function measured(by: BoundRule["by"], values: Float64Array): Middle {
  if (by === "iqr") {
    const [from = 0, to = 0] = quantiles(Float64Array.from(values), [0.25, 0.75]);
    return { from, to, spread: to - from };
  }
  if (by === "z") {
    const { mean, deviation } = meanAndDeviation(values);
    // A spread that rounding alone explains is none.
    return { from: mean, to: mean, spread: momentsOf(values).isConstant ? 0 : deviation };
  }
  const { median, spread } = robustZ(values);
  return { from: median, to: median, spread };
}

/** Spreads beyond the middle, below it less than 0. */
export const distanceFrom = ({ from, to, spread }: Middle, value: number): number =>
  value > to ? (value - to) / spread : value < from ? (value - from) / spread : 0;

export const boundsOf = ({ from, to, spread }: Middle, beyond: number): readonly [low: number, high: number] => [
  from - beyond * spread,
  to + beyond * spread,
];

// Whether means of groups differ: one-way analysis of variance (R's oneway.test with var.equal = TRUE, and anova of lm). NaN
// is a missing value.

import { fisherF } from "../distributions/f.ts";
import { momentsOf } from "../moments.ts";
import { presentNumbers } from "./rank-sums.ts";
import { unitOf } from "./t-tests.ts";

export interface MeansTest {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  readonly logP: number;
  /** Share of the sum of squares that lies between the groups. */
  readonly r2: number;
}

/** Null: fewer than two groups with values, none with two, or nothing varies. */
export function oneWayAnova(groups: readonly ArrayLike<number>[]): MeansTest | null {
  const all = presentOf(groups);
  const n = all.reduce((sum, { values }) => sum + values.length, 0);
  const [df1, df2] = [all.length - 1, n - all.length];
  if (df1 < 1 || df2 < 1) return null;
  const mean = all.reduce((sum, one) => sum + one.mean * (one.values.length / n), 0);
  const between = all.reduce((sum, one) => sum + one.values.length * (one.mean - mean) ** 2, 0);
  const within = all.reduce((sum, one) => sum + one.squares, 0);
  if (all.every(({ isConstant }) => isConstant) && momentsOf(all.flatMap(({ values }) => [...values])).isConstant) return null;
  const f = between / df1 / (within / df2);
  return { ...tailOf(f, df1, df2), r2: between / (between + within) };
}

/** Groups with values, without those that are missing, in a unit in which no square is lost. */
export const presentOf = (groups: readonly ArrayLike<number>[]) => {
  const unit = unitOf(...groups);
  return groups.flatMap((group) => {
    const present = presentNumbers(group);
    const values = unit === 1 ? present : Float64Array.from(present, (value) => value / unit);
    return values.length === 0 ? [] : [{ values, ...momentsOf(values) }];
  });
};

export function tailOf(f: number, df1: number, df2: number): Omit<MeansTest, "r2"> {
  const { upper, logUpper } = fisherF.tails(f, df1, df2);
  return { f, df1, df2, p: upper, logP: logUpper };
}

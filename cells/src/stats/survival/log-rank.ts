// The log-rank test (Mantel 1966; Peto & Peto 1972), within strata where there are some, and for groups in an order the test of a
// trend (Tarone 1975), as R's survdiff with rho = 0.

import { chiSquared } from "../distributions/chi-squared.ts";
import { adjustedP } from "../adjusted-p.ts";
import { choleskyOf, inverseOfRoot } from "../small-matrix.ts";
import { byTime, type FollowUp, rowsOf } from "./survival-data.ts";

export interface LogRankAsked {
  /** Of each row; -1: it is in no group and left out. */
  readonly groups: ArrayLike<number>;
  readonly groupCount: number;
  readonly strata: ArrayLike<number>;
  readonly strataCount: number;
}
export interface LogRank {
  readonly sizes: readonly number[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  /** NaN where nothing can be compared. */
  readonly statistic: number;
  readonly freedom: number;
  readonly p: number;
  /** Of groups that stand in an order, 1, 2, 3 …; null of fewer than three. */
  readonly trend: { readonly statistic: number; readonly p: number } | null;
}

export function logRank(of: FollowUp, asked: LogRankAsked): LogRank {
  const { groups, groupCount: k, strata, strataCount } = asked;
  const sizes = new Array<number>(k).fill(0);
  const observed = new Array<number>(k).fill(0);
  const expected = new Array<number>(k).fill(0);
  const variance = new Float64Array(k * k);
  for (let stratum = 0; stratum < strataCount; stratum++) {
    const rows = rowsOf(strata, stratum).filter((row) => (groups[row] as number) >= 0);
    const atRisk = new Float64Array(k);
    for (const row of rows) {
      const group = groups[row] as number;
      atRisk[group] = (atRisk[group] as number) + 1;
      sizes[group] = (sizes[group] as number) + 1;
    }
    addStratum(of, byTime(of.time, rows), { groups, k, atRisk, observed, expected, variance });
  }
  const differences = observed.map((value, group) => value - (expected[group] as number));
  const used = expected.flatMap((value, group) => (value > 0 ? [group] : []));
  const statistic = used.length < 2 ? Number.NaN : quadratic(differences, variance, used.slice(1), k);
  const freedom = Math.max(0, used.length - 1);
  return {
    sizes,
    observed,
    expected,
    statistic,
    freedom,
    p: Number.isNaN(statistic) ? Number.NaN : chiSquared.upper(statistic, freedom),
    trend: k < 3 ? null : trendOf(differences, variance, k),
  };
}

interface Sums {
  readonly groups: ArrayLike<number>;
  readonly k: number;
  readonly atRisk: Float64Array;
  readonly observed: number[];
  readonly expected: number[];
  readonly variance: Float64Array;
}

function addStratum(
  { time, event }: FollowUp,
  order: Int32Array,
  { groups, k, atRisk, observed, expected, variance }: Sums,
): void {
  let left = order.length;
  for (let from = 0; from < order.length; ) {
    const at = time[order[from] as number];
    let to = from;
    let events = 0;
    for (; to < order.length && time[order[to] as number] === at; to++)
      if (event[order[to] as number] === 1) {
        events++;
        const group = groups[order[to] as number] as number;
        observed[group] = (observed[group] as number) + 1;
      }
    if (events > 0) {
      const spread = left > 1 ? (events * (left - events)) / (left - 1) : 0;
      for (let one = 0; one < k; one++) {
        const share = (atRisk[one] as number) / left;
        expected[one] = (expected[one] as number) + events * share;
        for (let other = 0; other < k; other++) {
          const also = (atRisk[other] as number) / left;
          const place = one * k + other;
          variance[place] = (variance[place] as number) + spread * share * ((one === other ? 1 : 0) - also);
        }
      }
    }
    for (let row = from; row < to; row++) {
      const group = groups[order[row] as number] as number;
      atRisk[group] = (atRisk[group] as number) - 1;
    }
    left -= to - from;
    from = to;
  }
}

/** The differences in the measure of their variance; NaN where it has none. */
function quadratic(differences: readonly number[], variance: Float64Array, used: readonly number[], k: number): number {
  const size = used.length;
  const matrix = Float64Array.from({ length: size * size }, (_, at) => {
    const [row, column] = [used[Math.floor(at / size)] as number, used[at % size] as number];
    return variance[row * k + column] as number;
  });
  if (!choleskyOf(matrix, size)) return Number.NaN;
  const inverse = new Float64Array(size * size);
  inverseOfRoot(matrix, size, inverse);
  let sum = 0;
  used.forEach((row, at) =>
    used.forEach((column, beside) => {
      sum += (differences[row] as number) * (inverse[at * size + beside] as number) * (differences[column] as number);
    }),
  );
  return sum;
}

function trendOf(differences: readonly number[], variance: Float64Array, k: number): LogRank["trend"] {
  let along = 0;
  let spread = 0;
  differences.forEach((difference, one) => {
    along += (one + 1) * difference;
    for (let other = 0; other < k; other++) spread += (one + 1) * (other + 1) * (variance[one * k + other] as number);
  });
  if (!(spread > 0)) return null;
  const statistic = (along * along) / spread;
  return { statistic, p: chiSquared.upper(statistic, 1) };
}

export interface PairOfGroups {
  readonly one: number;
  readonly other: number;
  readonly p: number;
  /** By Benjamini and Hochberg over all pairs. */
  readonly adjusted: number;
}

/** Each two groups by themselves. */
export function logRankOfPairs(of: FollowUp, asked: LogRankAsked): readonly PairOfGroups[] {
  const { groups, groupCount } = asked;
  const pairs: { one: number; other: number; p: number }[] = [];
  for (let one = 0; one < groupCount; one++)
    for (let other = one + 1; other < groupCount; other++) {
      const codes = Int32Array.from(groups, (group) => (group === one ? 0 : group === other ? 1 : -1));
      pairs.push({ one, other, p: logRank(of, { ...asked, groups: codes, groupCount: 2 }).p });
    }
  const adjusted = adjustedP(
    pairs.map(({ p }) => p),
    "bh",
  );
  return pairs.map((pair, at) => ({ ...pair, adjusted: adjusted[at] as number }));
}

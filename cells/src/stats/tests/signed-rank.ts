// Whether differences of pairs lie around 0: Wilcoxon's signed rank test against both sides (Biometrics Bulletin 1:80-83, 1945), as R's
// wilcox.test: exact below 50 differences without ties and zeros, else normal, with the correction of ties and of continuity.

import { normal } from "../distributions/normal.ts";
import { twoSided } from "../distributions/tails.ts";
import { ranksOfValues } from "../ranks.ts";
import { tieCounts } from "./mann-whitney.ts";

export interface SignedRank {
  /** Sum of the ranks of the differences above 0 (R's V). */
  readonly v: number;
  /** Share of the ranks above 0 less that below (Kerby, Comprehensive Psychology 3:11.IT.3.1, 2014). */
  readonly rankBiserial: number;
  /** Differences that are not 0. */
  readonly n: number;
  readonly zeros: number;
  readonly p: number;
  readonly logP: number;
  readonly isExact: boolean;
}

const many = 50;

/** Null: no difference is other than 0. No NaN among them. */
export function signedRank(differences: ArrayLike<number>): SignedRank | null {
  const left = Array.from(differences).filter((value) => value !== 0);
  const n = left.length;
  if (n === 0) return null;
  const sizes = left.map(Math.abs);
  const ranks = ranksOfValues(sizes, { ties: "average" });
  let v = 0;
  left.forEach((value, at) => {
    if (value > 0) v += ranks[at] as number;
  });
  const all = (n * (n + 1)) / 2;
  const counts = tieCounts(sizes);
  const zeros = differences.length - n;
  const isExact = n < many && zeros === 0 && counts.every((count) => count === 1);
  const said = { v, rankBiserial: (2 * v - all) / all, n, zeros, isExact };
  if (isExact) {
    const p = Math.min(1, 2 * (atMost(Math.min(v, all - v), n).at(-1) as number));
    return { ...said, p, logP: Math.log(p) };
  }
  const ties = counts.reduce((total, count) => total + (count ** 3 - count), 0);
  const off = v - all / 2;
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48);
  return { ...said, ...twoSided(normal.tails((off - Math.sign(off) * 0.5) / deviation)) };
}

/** Shares of all choices of signs whose ranks above 0 sum to at most 0 … `most`: of differences without ties. */
export function atMost(most: number, n: number): Float64Array {
  const shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    for (let at = most; at >= 0; at--)
      shares[at] = ((shares[at] as number) + (at >= rank ? (shares[at - rank] as number) : 0)) / 2;
  }
  for (let at = 1; at <= most; at++) shares[at] = (shares[at] as number) + (shares[at - 1] as number);
  return shares;
}

// Quantiles of continuous distributions out of their tails: by halving among the doubles themselves, so that the answer is
// the double next to which the tail passes the probability, at any size and in any tail.

import type { Tails } from "./tails.ts";

/** That of the lower tail, or of the tail that is named, or its natural logarithm. */
export type Probability =
  | number
  | { readonly lower: number }
  | { readonly upper: number }
  | { readonly logLower: number }
  | { readonly logUpper: number };

interface Support {
  readonly from: number;
  readonly to?: number;
  /** Around 0: its halves are each other's mirror. */
  readonly symmetric?: boolean;
}

/** NaN of what is no probability and of what has no tails. */
export function quantileOf(
  probability: Probability,
  tails: (x: number) => Tails,
  { from, to = Number.POSITIVE_INFINITY, symmetric = false }: Support,
): number {
  const { log, side } = smallerTail(probability);
  if (Number.isNaN(log) || Number.isNaN(tails(1).lower)) return Number.NaN;
  if (log === Number.NEGATIVE_INFINITY) return side === "lower" ? from : to;
  if (symmetric && log === -Math.LN2) return 0;
  const isBeyond = side === "lower" ? (x: number) => tails(x).logLower >= log : (x: number) => tails(x).logUpper <= log;
  if (symmetric && side === "lower") return -halved((x) => tails(-x).logLower <= log, 0, to);
  return halved(isBeyond, symmetric ? 0 : from, to);
}

/** The tail of the two that is at most one half. */
export function smallerTail(probability: Probability): { readonly log: number; readonly side: "lower" | "upper" } {
  const given = typeof probability === "number" ? { lower: probability } : probability;
  const side = "lower" in given || "logLower" in given ? "lower" : "upper";
  const other = side === "lower" ? "upper" : "lower";
  if ("lower" in given || "upper" in given) {
    const p = "lower" in given ? given.lower : given.upper;
    if (!(p >= 0 && p <= 1)) return { log: Number.NaN, side };
    return p <= 0.5 ? { log: Math.log(p), side } : { log: Math.log1p(-p), side: other };
  }
  const log = "logLower" in given ? given.logLower : given.logUpper;
  if (!(log <= 0)) return { log: Number.NaN, side };
  return log <= -Math.LN2 ? { log, side } : { log: Math.log(-Math.expm1(log)), side: other };
}

const asNumber = new Float64Array(1);
const asBits = new BigInt64Array(asNumber.buffer);
const bitsOf = (x: number): bigint => {
  asNumber[0] = x;
  return asBits[0] as bigint;
};
const numberOf = (bits: bigint): number => {
  asBits[0] = bits;
  return asNumber[0] as number;
};

/** The least x of 0 <= low … high that is beyond. Of numbers that are not negative the bits are in their order. */
function halved(isBeyond: (x: number) => boolean, low: number, high: number): number {
  let [under, over] = [bitsOf(low), bitsOf(high)];
  while (over - under > 1n) {
    const middle = (under + over) / 2n;
    if (isBeyond(numberOf(middle))) over = middle;
    else under = middle;
  }
  return numberOf(over);
}

// The hypergeometric distribution: how many of `drawn` things are among the `marked` ones. Of over-representation and of
// Fisher's exact test.

import { countAt, isCount } from "./counts.ts";
import { deviance, stirlingRest } from "./deviance.ts";
import { allLower, allUpper, distribution, noTails, type Tails, tailsOf } from "./tails.ts";

/** log of P(X = k), by Loader's form of three binomials; -Infinity of what cannot be. Of counts alone. */
export function logHypergeometric(k: number, marked: number, others: number, drawn: number): number {
  const all = marked + others;
  if (k < Math.max(0, drawn - others) || k > Math.min(drawn, marked)) return Number.NEGATIVE_INFINITY;
  // The share drawn cancels out of the three, so that any will do.
  return logBinomial(k, marked, drawn, all) + logBinomial(drawn - k, others, drawn, all) - logBinomial(drawn, all, drawn, all);
}

/** log of P(X = k) of n trials of probability drawn / all. */
function logBinomial(k: number, n: number, drawn: number, all: number): number {
  const left = all - drawn;
  if (k === 0) return n === 0 ? 0 : drawn < left ? n * Math.log1p(-drawn / all) : n * Math.log(left / all);
  if (k === n) return left < drawn ? n * Math.log1p(-left / all) : n * Math.log(drawn / all);
  const off = (k * left - (n - k) * drawn) / all;
  return (
    stirlingRest(n) -
    stirlingRest(k) -
    stirlingRest(n - k) -
    deviance(k, (n * drawn) / all, off) -
    deviance(n - k, (n * left) / all, -off) -
    0.5 * Math.log(2 * Math.PI * k * (1 - k / n))
  );
}

function tails(x: number, marked: number, others: number, drawn: number): Tails {
  if (Number.isNaN(x) || ![marked, others, drawn].every(isCount) || drawn > marked + others) return noTails;
  const k = countAt(x);
  if (k < Math.max(0, drawn - others)) return allUpper;
  if (k >= Math.min(drawn, marked)) return allLower;
  const isBelow = k <= (marked * drawn) / (marked + others);
  const log = isBelow
    ? logHypergeometric(k, marked, others, drawn) + Math.log(sumDown(k, marked, others, drawn))
    : // As many as are not drawn of the marked ones: the same sum from the other side.
      logHypergeometric(k + 1, marked, others, drawn) + Math.log(sumDown(drawn - k - 1, others, marked, drawn));
  return tailsOf(log, isBelow ? "lower" : "upper");
}

/** P(X <= k) over P(X = k). */
function sumDown(k: number, marked: number, others: number, drawn: number): number {
  let term = 1;
  let sum = 1;
  for (let at = k; at > 0 && term > sum * 1e-17; at--) {
    term *= (at / (marked - at + 1)) * ((others - drawn + at) / (drawn - at + 1));
    sum += term;
  }
  return sum;
}

/** R's phyper(q, m, n, k) as (x, marked, others, drawn); lower is P(X <= x). */
export const hypergeometric = distribution<[marked: number, others: number, drawn: number]>(tails);

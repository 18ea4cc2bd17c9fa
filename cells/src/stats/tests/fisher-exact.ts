// Whether two properties go together, exactly: Fisher's test of a two by two table against both sides, with the conditional estimate
// of the odds ratio and its interval, as R's fisher.test. Every table with the same sums that is no more likely counts.

import { logHypergeometric } from "../distributions/hypergeometric.ts";

export interface FisherExact {
  readonly p: number;
  /** Of the conditional likelihood; 0 and Infinity where the table stands at an end. */
  readonly oddsRatio: number;
  /** Of that confidence, .95 unless said. */
  readonly interval: readonly [number, number];
}

/** A table as likely as the one that was seen, but for rounding, counts. */
const rounding = 1 + 1e-7;

/** [[a, b], [c, d]]: whole counts. Null: a row or a column is empty. */
export function fisherExact(
  [[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]],
  confidence = 0.95,
): FisherExact | null {
  const [m, n, k] = [a + c, b + d, a + b];
  if (![a, b, c, d].every((count) => Number.isSafeInteger(count) && count >= 0)) return null;
  if (m === 0 || n === 0 || k === 0 || c + d === 0) return null;
  const [least, most] = [Math.max(0, k - n), Math.min(k, m)];
  const logs = Float64Array.from({ length: most - least + 1 }, (_, at) => logHypergeometric(least + at, m, n, k));
  const seen = logs[a - least] as number;
  let p = 0;
  for (const log of logs) if (log <= seen + Math.log(rounding)) p += Math.exp(log);
  const table = { logs, least, most, a };
  const side = (1 - confidence) / 2;
  let interval: FisherExact["interval"] | null = null;
  return {
    p: Math.min(1, p),
    oddsRatio: a === least ? 0 : a === most ? Number.POSITIVE_INFINITY : solved((log) => meanAt(table, log) - a),
    // As long to find as all the rest: made where it is asked.
    get interval() {
      interval ??= [
        // The least ratio by which as many or more are no wonder, and the largest by which as few or fewer are none.
        a === least ? 0 : solved((log) => shareAt(table, log, (x) => x >= a) - side),
        a === most ? Number.POSITIVE_INFINITY : solved((log) => side - shareAt(table, log, (x) => x <= a)),
      ];
      return interval;
    },
  };
}

interface Table {
  readonly logs: Float64Array;
  readonly least: number;
  readonly most: number;
  readonly a: number;
}

/** Of the noncentral hypergeometric distribution by a log odds ratio. */
function shareAt({ logs, least }: Table, logRatio: number, counts: (x: number) => boolean): number {
  const top = logs.reduce((most, log, at) => Math.max(most, log + logRatio * (least + at)), Number.NEGATIVE_INFINITY);
  let [all, found] = [0, 0];
  logs.forEach((log, at) => {
    const share = Math.exp(log + logRatio * (least + at) - top);
    all += share;
    if (counts(least + at)) found += share;
  });
  return found / all;
}

function meanAt({ logs, least }: Table, logRatio: number): number {
  const top = logs.reduce((most, log, at) => Math.max(most, log + logRatio * (least + at)), Number.NEGATIVE_INFINITY);
  let [all, sum] = [0, 0];
  logs.forEach((log, at) => {
    const share = Math.exp(log + logRatio * (least + at) - top);
    all += share;
    sum += share * (least + at);
  });
  return sum / all;
}

/** Where what ascends with a log ratio is 0: halved until nothing is left between. */
function solved(of: (logRatio: number) => number): number {
  let [low, high] = [-1, 1];
  while (of(low) > 0 && low > -700) low *= 2;
  while (of(high) < 0 && high < 700) high *= 2;
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (of(middle) > 0) high = middle;
    else low = middle;
  }
  return Math.exp((low + high) / 2);
}

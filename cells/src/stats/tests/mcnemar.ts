// Whether two answers of the same individuals agree in how often each is given: McNemar's test (Psychometrika 12:153-157, 1947), of more
// than two answers Bowker's (Journal of the American Statistical Association 43:572-574, 1948), as R's mcnemar.test; of two answers
// exactly as R's binom.test of the pairs that differ.

import { beta } from "../distributions/beta.ts";
import { binomial } from "../distributions/binomial.ts";
import { chiSquared } from "../distributions/chi-squared.ts";
import { type Interval } from "./t-tests.ts";

export interface McNemar {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly logP: number;
  readonly isExact: boolean;
  /** Of two answers: how many times as many changed one way as the other, with Clopper and Pearson's interval. */
  readonly oddsRatio: number | null;
  readonly interval: Interval | null;
}

/** Fewer pairs that differ are counted exactly, where nothing else is said. */
const fewest = 25;

/** A square of whole counts: first answer by second. Null: no pair differs, or of some two answers none does. */
export function mcNemar(
  counts: readonly ArrayLike<number>[],
  { exact, confidence = 0.95 }: { readonly exact?: boolean; readonly confidence?: number } = {},
): McNemar | null {
  const r = counts.length;
  const at = (row: number, column: number): number => counts[row]?.[column] ?? 0;
  if (r < 2) return null;
  let statistic = 0;
  for (let row = 0; row < r; row++)
    for (let column = row + 1; column < r; column++) {
      const [up, down] = [at(row, column), at(column, row)];
      if (up + down === 0) return null;
      const off = Math.abs(up - down) - (r === 2 && up !== down ? 1 : 0);
      statistic += off ** 2 / (up + down);
    }
  const df = (r * (r - 1)) / 2;
  const { upper, logUpper } = chiSquared.tails(statistic, df);
  const plain = { statistic, df, p: upper, logP: logUpper, isExact: false, oddsRatio: null, interval: null };
  if (r > 2) return plain;
  const [b, c] = [at(0, 1), at(1, 0)];
  const ratio = { oddsRatio: b / c, interval: ratioInterval(b, c, confidence) };
  if (!(exact ?? b + c < fewest)) return { ...plain, ...ratio };
  const p = Math.min(1, 2 * binomial.lower(Math.min(b, c), b + c, 0.5));
  return { statistic: b, df: Number.NaN, p, logP: Math.log(p), isExact: true, ...ratio };
}

function ratioInterval(b: number, c: number, confidence: number): Interval {
  const side = (1 - confidence) / 2;
  const low = b === 0 ? 0 : beta.quantile(side, b, c + 1);
  const high = c === 0 ? 1 : beta.quantile(1 - side, b + 1, c);
  return [low / (1 - low), high / (1 - high)];
}

// Spearman's correlation of ranks, tested as R's cor.test: exactly below 10 pairs without ties (all orders counted), by Edgeworth's
// series up to 1,290 pairs (Best and Roberts, Applied Statistics 24:377-379, 1975), else and with ties by Student's t.

import { normal } from "../distributions/normal.ts";
import { studentT } from "../distributions/student-t.ts";
import { twoSided } from "../distributions/tails.ts";
import { ranksOfValues } from "../ranks.ts";
import { tieCounts } from "./mann-whitney.ts";
import { type CorrelationTest, correlationOf } from "./pearson.ts";
import { presentPairs } from "./present-pairs.ts";

/** All orders of so many are counted: 362,880. */
const fewest = 9;
const mostOfSeries = 1_290;

/** `statistic` is S, the sum of squared differences of ranks. Null: fewer than two pairs, or one of the two does not vary. */
export function spearmanTest(x: ArrayLike<number>, y: ArrayLike<number>): CorrelationTest | null {
  const [a, b] = presentPairs(x, y).map((values) => ranksOfValues(values, { ties: "average" })) as [Float64Array, Float64Array];
  const n = a.length;
  const estimate = correlationOf(a, b);
  if (n < 2 || Number.isNaN(estimate)) return null;
  const statistic = ((n ** 3 - n) * (1 - estimate)) / 6;
  const hasTies = [a, b].some((ranks) => tieCounts([...ranks]).some((count) => count > 1));
  if (hasTies || n > mostOfSeries) {
    const t = estimate / Math.sqrt(((1 - estimate) * (1 + estimate)) / (n - 2));
    return { n, estimate, statistic, ...twoSided(studentT.tails(t, n - 2)) };
  }
  const tail = n <= fewest ? countedTail : seriesTail;
  const whole = Math.round(statistic);
  const middle = (n ** 3 - n) / 6;
  // S falls in steps of 2: the upper tail holds S itself, the lower one too.
  const p = Math.min(1, 2 * (whole > middle ? tail(whole, n) : 1 - tail(whole + 2, n)));
  return { n, estimate, statistic, p, logP: Math.log(p) };
}

/** Share of all orders of which S is at least that. */
function countedTail(s: number, n: number): number {
  const order = Array.from({ length: n }, (_, at) => at);
  let [all, found] = [0, 0];
  const visit = (at: number, sum: number): void => {
    if (at === n) {
      all++;
      if (sum >= s) found++;
      return;
    }
    for (let other = at; other < n; other++) {
      const value = order[other] as number;
      order[other] = order[at] as number;
      order[at] = value;
      visit(at + 1, sum + (value - at) ** 2);
      order[at] = order[other] as number;
      order[other] = value;
    }
  };
  visit(0, 0);
  return found / all;
}

/** Best and Roberts' series of Edgeworth (algorithm AS 89). */
function seriesTail(s: number, n: number): number {
  const b = 1 / n;
  const x = (6 * (s - 1) * b) / (n * n - 1) - 1;
  const z = x * Math.sqrt(n - 1);
  const y = z * z;
  const u =
    z *
    b *
    (0.2274 +
      b * (0.2531 + 0.1745 * b) +
      y *
        (-0.0758 +
          b * (0.1033 + 0.3932 * b) -
          y * b * (0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))));
  return Math.min(1, Math.max(0, u / Math.exp(y / 2) + normal.upper(z)));
}

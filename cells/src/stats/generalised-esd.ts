// How many of some values are outliers of an otherwise normal sample: the generalised extreme studentized deviate test (Rosner,
// Technometrics 25:165-172, 1983; NIST/SEMATECH e-Handbook, section 1.3.5.17.3). The value farthest from the mean is taken away
// again and again, up to `most` times; the last time that its deviate is above the critical value says how many there are.

import { studentT } from "./distributions/student-t.ts";
import { meanAndDeviation } from "./moments.ts";

export interface Deviate {
  /** Its place among the values. */
  readonly at: number;
  /** Standard deviations from the mean of those that were left, below it less than 0. */
  readonly deviate: number;
  readonly critical: number;
}

export interface GeneralisedEsd {
  /** In the order in which they were taken away; the first `count` are the outliers. */
  readonly tested: readonly Deviate[];
  readonly count: number;
}

/** Values are finite. At least two stay, and where what is left does not vary nothing more is tested. */
export function generalisedEsd(values: ArrayLike<number>, most: number, alpha: number): GeneralisedEsd {
  const order = Uint32Array.from({ length: values.length }, (_, at) => at);
  order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const sorted = Float64Array.from(order, (at) => values[at] as number);
  const tested: Deviate[] = [];
  let count = 0;
  // What is farthest from a mean is the least or the largest.
  let [low, high] = [0, sorted.length];
  while (tested.length < most && high - low > 2) {
    const { mean, deviation } = meanAndDeviation(sorted.subarray(low, high));
    const [least, largest] = [sorted[low] as number, sorted[high - 1] as number];
    if (!(deviation > 0) || least === largest) break;
    const isLow = mean - least > largest - mean;
    const deviate = ((isLow ? least : largest) - mean) / deviation;
    const critical = criticalDeviate(high - low, alpha);
    tested.push({ at: order[isLow ? low : high - 1] as number, deviate, critical });
    if (Math.abs(deviate) > critical) count = tested.length;
    if (isLow) low++;
    else high--;
  }
  return { tested, count };
}

/** Of n values that are left. */
function criticalDeviate(n: number, alpha: number): number {
  const t = studentT.quantile({ upper: alpha / (2 * n) }, n - 2);
  return ((n - 1) * t) / Math.sqrt((n - 2 + t * t) * n);
}

// How far an interval about a mean reaches either way.

import { studentT } from "../../stats/distributions/student-t.ts";

/** Of a mean: its 95 % interval by Student's t, its standard error, or the standard deviation of the values. */
export type Interval = "none" | "ci" | "se" | "sd";

/** `n` values whose squares about their mean sum to `squares`. NaN of a single value. */
export function halfOf(
  interval: Exclude<Interval, "none">,
  { n, squares }: { readonly n: number; readonly squares: number },
): number {
  if (n < 2) return Number.NaN;
  const sd = Math.sqrt(squares / (n - 1));
  const se = sd / Math.sqrt(n);
  return interval === "sd" ? sd : interval === "se" ? se : se * studentT.quantile({ upper: 0.025 }, n - 1);
}

// The chance to find that two shares differ, or that two columns go together, at a threshold against both sides. As R's
// power.prop.test(strict = TRUE) (Fleiss, Statistical Methods for Rates and Proportions, 1981, without a correction of continuity) and
// pwr's pwr.r.test (Fisher's z with its bias; Cohen, 1988, chapter 3).

import { normal } from "../distributions/normal.ts";
import { studentT } from "../distributions/student-t.ts";

/** `n` of each of two groups. */
export function powerOfShares({
  n,
  alpha,
  first,
  second,
}: {
  readonly n: number;
  readonly alpha: number;
  readonly first: number;
  readonly second: number;
}): number {
  const far = -normal.quantile(alpha / 2);
  const spread = Math.sqrt(first * (1 - first) + second * (1 - second));
  const alike = far * Math.sqrt((first + second) * (1 - (first + second) / 2));
  const away = Math.sqrt(n) * Math.abs(first - second);
  return normal.lower((away - alike) / spread) + normal.lower((-away - alike) / spread);
}

/** `n` pairs of numbers whose correlation is `r`. */
export function powerOfCorrelation({ n, alpha, r }: { readonly n: number; readonly alpha: number; readonly r: number }): number {
  if (!(n > 3)) return Number.NaN;
  const t = studentT.quantile({ upper: alpha / 2 }, n - 2);
  const far = Math.atanh(Math.sqrt(t ** 2 / (t ** 2 + n - 2)));
  const size = Math.abs(r);
  const z = Math.atanh(size) + size / (2 * (n - 1));
  return normal.lower((z - far) * Math.sqrt(n - 3)) + normal.lower((-z - far) * Math.sqrt(n - 3));
}

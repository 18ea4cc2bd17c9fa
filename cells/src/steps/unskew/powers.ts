// Powers of Box and Cox (J. R. Stat. Soc. B 26:211-252, 1964) and of Yeo and Johnson (Biometrika 87:954-959, 2000), and the
// one under which values are most nearly normal, by maximum likelihood: as MASS::boxcox, scipy and scikit-learn's
// PowerTransformer (without its scaling to deviation 1, which the step scale does).

import { minimum } from "../../stats/minimise.ts";
import { momentsOf } from "../../stats/moments.ts";
import { meanOf, sumOf } from "../../stats/sums.ts";

export type Family = "box-cox" | "yeo-johnson";

/** (exp(power * log) - 1) / power, and the logarithm at 0. */
const raised = (log: number, power: number): number => (Math.abs(power) < Number.EPSILON ? log : Math.expm1(power * log) / power);

/** NaN where it is not defined: Box-Cox of 0 and less. */
export function powered(family: Family, value: number, power: number): number {
  if (family === "box-cox") return value > 0 ? raised(Math.log(value), power) : Number.NaN;
  return value >= 0 ? raised(Math.log1p(value), power) : -raised(Math.log1p(-value), 2 - power);
}

/** Null where there is none: values that do not vary. Of Box-Cox they are above 0. */
export function bestPower(family: Family, values: Float64Array): number | null {
  if (values.length === 0 || momentsOf(values).isConstant) return null;
  const n = values.length;
  // Of a unit of their own size, so that powers of large and of small numbers stay in what a double holds.
  if (family === "box-cox") {
    const logs = Float64Array.from(values, Math.log);
    const middle = meanOf(logs);
    const around = logs.map((log) => log - middle);
    const farthest = logs.reduce((most, log) => Math.max(most, Math.abs(log)), 0);
    // Beyond it the values themselves, or their squares, are more than a double holds.
    const isHeld = (power: number): boolean => Math.abs(power) * farthest < mostLog;
    return minimum(
      (power) =>
        isHeld(power) ? n * 0.5 * Math.log(variance(around.map((log) => raised(log, power)))) : Number.POSITIVE_INFINITY,
      -2,
      2,
    );
  }
  const slope = sumOf(Float64Array.from(values, (value) => Math.sign(value) * Math.log1p(Math.abs(value))));
  return minimum(
    (power) => n * 0.5 * Math.log(variance(values.map((value) => powered(family, value, power)))) - (power - 1) * slope,
    -2,
    2,
  );
}

/** Squares of exp of it are still numbers. */
const mostLog = 354;

const variance = (values: Float64Array): number => {
  const { n, squares } = momentsOf(values);
  const found = squares / n;
  return found > 0 && Number.isFinite(found) ? found : Number.POSITIVE_INFINITY;
};

// The logarithm of the probability of a count under a negative binomial, by its mean and dispersion, without loss of digits:
// Loader's saddle point (2000), as R's dnbinom(mu =) goes.

import { deviance, stirlingRest } from "../distributions/deviance.ts";
import { logGamma } from "../log-gamma.ts";

const logTwoPi = 1.837_877_066_409_345_6;

export function logDensity(count: number, mean: number, dispersion: number): number {
  const size = 1 / dispersion;
  if (mean === 0) return count === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (count === 0) return size * (size < mean ? Math.log(size / (size + mean)) : Math.log1p(-mean / (size + mean)));
  if (count < 1e-10 * size) {
    const log = size < mean ? Math.log(size / (1 + size / mean)) : Math.log(mean / (1 + mean / size));
    return count * log - mean - logGamma(count + 1) + Math.log1p((count * (count - 1)) / (2 * size));
  }
  return Math.log(size / (size + count)) + logBinomial(size, count, mean);
}

/** `size` of size + count at the probability size / (size + mean). */
function logBinomial(size: number, count: number, mean: number): number {
  const n = size + count;
  const p = size / (size + mean);
  const q = mean / (size + mean);
  const rest = stirlingRest(n) - stirlingRest(size) - stirlingRest(count);
  const far = deviance(size, n * p, size - n * p) + deviance(count, n * q, count - n * q);
  return rest - far - 0.5 * (logTwoPi + Math.log(size) + Math.log1p(-size / n));
}

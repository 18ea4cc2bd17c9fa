// Partial correlations between samples given all other samples: what two of them share that none of the others has. From the inverse
// of their products (Whittaker, Graphical Models in Applied Multivariate Statistics, 1990, section 5.8), with a ridge, since samples
// that follow from each other leave no inverse.

import { factorOf } from "./scatter.ts";

/**
 * `products`: samples x samples, of rows whose values sum to 0 over the samples, so that the weights by which the others tell one
 * sample sum to 1, and what all share is no likeness. `ridge`: as a share of the mean of the diagonal. Null: nothing varies. A sample
 * with itself has NaN.
 */
export function partialCorrelations(products: Float64Array, samples: number, ridge: number): Float64Array | null {
  let trace = 0;
  for (let at = 0; at < samples; at++) trace += products[at * samples + at] as number;
  const added = (ridge * trace) / samples;
  if (!(added > 0)) return null;
  const covariance = products.slice();
  for (let at = 0; at < samples; at++) covariance[at * samples + at] = (covariance[at * samples + at] as number) + added;
  const found = factorOf({ covariance, centre: new Float64Array(samples) });
  if ("singular" in found) return null;
  const inverse = inverseOf(found.factor, samples);
  // Sums over all samples are 0 in every row: in that direction nothing but the ridge is inverted.
  const direction = 1 / (added * samples);
  const own = Float64Array.from({ length: samples }, (_, at) => Math.sqrt((inverse[at * samples + at] as number) - direction));
  for (let a = 0; a < samples; a++)
    for (let b = 0; b < samples; b++) {
      const at = a * samples + b;
      const value = -((inverse[at] as number) - direction) / ((own[a] as number) * (own[b] as number));
      inverse[at] = a === b ? Number.NaN : Math.min(1, Math.max(-1, value));
    }
  return inverse;
}

/** Of what has this lower triangle as its factor. */
function inverseOf(factor: Float64Array, width: number): Float64Array {
  const triangle = new Float64Array(width * width);
  for (let column = 0; column < width; column++)
    for (let row = column; row < width; row++) {
      let sum = row === column ? 1 : 0;
      for (let k = column; k < row; k++) sum -= (factor[row * width + k] as number) * (triangle[k * width + column] as number);
      triangle[row * width + column] = sum / (factor[row * width + row] as number);
    }
  const inverse = new Float64Array(width * width);
  for (let a = 0; a < width; a++)
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let k = a; k < width; k++) sum += (triangle[k * width + a] as number) * (triangle[k * width + b] as number);
      inverse[a * width + b] = sum;
      inverse[b * width + a] = sum;
    }
  return inverse;
}

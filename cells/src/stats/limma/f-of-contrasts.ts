// Whether any of several contrasts differs: the moderated F statistic of each feature, by as many degrees of freedom as the contrasts
// have directions of their own (limma's classifyTestsF). Smyth, Stat. Appl. Genet. Mol. Biol. 3:3, 2004, section 4.

import { fisherF } from "../distributions/f.ts";
import { contrastOfRows, type ModeratedFit } from "./contrast-of-rows.ts";
import { eigenParts } from "./symmetric-tridiagonal.ts";

export interface FOfContrasts {
  readonly f: Float64Array;
  readonly p: Float64Array;
  /** Directions that do not follow from each other. */
  readonly df: number;
}

export function fOfContrasts(fit: ModeratedFit, contrasts: readonly Float64Array[]): FOfContrasts {
  const directions = directionsOf(fit, contrasts);
  const t = contrasts.map((weights) => contrastOfRows(fit, weights).t);
  const df = directions.length;
  const f = new Float64Array(fit.variance.length);
  for (let feature = 0; feature < f.length; feature++) {
    let sum = 0;
    for (const along of directions) {
      let part = 0;
      along.forEach((by, at) => {
        part += by * (t[at]?.[feature] as number);
      });
      sum += part * part;
    }
    f[feature] = sum / df;
  }
  // limma's F, unlike its t, has more degrees of freedom than all residuals together where these teach so much.
  const below = (at: number): number => (fit.df[at] as number) + (fit.dfPrior[at] as number);
  return { f, df, p: f.map((value, at) => fisherF.upper(value, df, below(at))) };
}

/** Sums of the contrasts' statistics that are not correlated, of variance 1: along the eigenvectors of their correlations. */
function directionsOf({ covariance, width }: ModeratedFit, contrasts: readonly Float64Array[]): Float64Array[] {
  const count = contrasts.length;
  const product = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < width; row++)
      for (let column = 0; column < width; column++)
        if (a[row] !== 0 && b[column] !== 0)
          sum += (a[row] as number) * (covariance[row * width + column] as number) * (b[column] as number);
    return sum;
  };
  const products = Float64Array.from({ length: count * count }, (_, at) =>
    product(contrasts[Math.floor(at / count)] as Float64Array, contrasts[at % count] as Float64Array),
  );
  const size = (at: number): number => Math.sqrt(products[at * count + at] as number);
  const correlations = products.map((value, at) => value / (size(Math.floor(at / count)) * size(at % count)));
  let values: Float64Array = new Float64Array(count);
  // Of each contrast its part in every eigenvector.
  const parts = contrasts.map((_, at) => {
    const unit = new Float64Array(count);
    unit[at] = 1;
    values = eigenParts(correlations.slice(), unit);
    return unit;
  });
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return [...values.keys()]
    .filter((at) => (values[at] as number) > 1e-8 * most)
    .map((at) => Float64Array.from(parts, (part) => (part[at] as number) / Math.sqrt(values[at] as number)));
}

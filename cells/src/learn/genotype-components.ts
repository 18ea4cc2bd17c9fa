// Principal components of people by their genotypes: of ZᵀZ / sites, Z being dosages as standard-genotypes.ts has them. Their
// eigenvalues are the variances that smartpca, GCTA and flashpca tell (Patterson et al. 2006).

import { eigenpairsInPieces } from "../stats/largest-eigenpairs.ts";
import type { PrincipalComponents } from "./principal-components.ts";
import type { StandardGenotypes } from "./standard-genotypes.ts";

/**
 * Scores are samples x components: unit vectors times the root of their eigenvalue; `variance` holds the eigenvalues; loadings are
 * unit vectors over the sites that vary. Signs as in principal-components.ts. Stands still between steps.
 */
export function* genotypeComponents(genotypes: StandardGenotypes, components: number): Generator<void, PrincipalComponents> {
  const { samples, sites, squares } = genotypes;
  const width = sites.length;
  const pairs = yield* eigenpairsInPieces(samples, Math.min(components, samples - 1), (vector) =>
    genotypes.timesBack(genotypes.times(vector)).map((value) => value / width),
  );
  const count = pairs.values.length;
  const scores = new Float64Array(samples * count);
  const loadings = new Float64Array(count * width);
  for (let k = 0; k < count; k++) {
    const value = pairs.values[k] as number;
    const vector = pairs.vectors.subarray(k * samples, (k + 1) * samples);
    const loading = genotypes.times(vector);
    yield;
    const largest = loading.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0);
    const sign = largest < 0 ? -1 : 1;
    for (let sample = 0; sample < samples; sample++)
      scores[sample * count + k] = sign * (vector[sample] as number) * Math.sqrt(value);
    for (let f = 0; f < width; f++) loadings[k * width + f] = (sign * (loading[f] as number)) / Math.sqrt(value * width);
  }
  const total = squares / width;
  return { scores, loadings, variance: pairs.values, share: pairs.values.map((value) => value / total) };
}

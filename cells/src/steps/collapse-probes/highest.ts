// Which feature of each gene is highest, or varies most, over the samples. Of those with the fewest missing values, of equals the
// first: Miller et al., BMC Bioinformatics 12:322, 2011 (collapseRows).

import type { Assay } from "../../artifacts/artifact.ts";
import { eachValue } from "../parts/matrix-values.ts";

export interface Genes {
  /** In the order of their first features. */
  readonly ids: readonly string[];
  /** Of each feature its gene; below 0: none. */
  readonly groupOf: Int32Array;
}

export function highest(assay: Assay, { ids, groupOf }: Genes, by: "max-mean" | "max-variance" | "mean" | "sum"): Int32Array {
  const { featureCount, sampleCount } = assay;
  const missing = new Int32Array(featureCount);
  const stored = new Int32Array(featureCount);
  const sums = new Float64Array(featureCount);
  eachValue(assay, (feature, _sample, value) => {
    if (value === value) {
      sums[feature] = (sums[feature] as number) + value;
      stored[feature] = (stored[feature] as number) + 1;
    } else missing[feature] = (missing[feature] as number) + 1;
  });
  const means = sums.map((sum, feature) => sum / (sampleCount - (missing[feature] as number)));
  const scores = by === "max-variance" ? variances(assay, means, missing, stored) : means;
  const best = new Int32Array(ids.length).fill(-1);
  for (let feature = 0; feature < featureCount; feature++) {
    const gene = groupOf[feature] as number;
    if (gene < 0) continue;
    const held = best[gene] as number;
    const fewer = held < 0 ? -1 : (missing[feature] as number) - (missing[held] as number);
    // What has no score (all missing, one value) is beaten by what has one.
    if (fewer < 0 || (fewer === 0 && isMore(scores[feature] as number, scores[held] as number))) best[gene] = feature;
  }
  return best;
}

const isMore = (score: number, held: number): boolean => score > held || (Number.isNaN(held) && !Number.isNaN(score));

/** Over n - 1; values that a sparse matrix does not hold are 0. */
function variances(assay: Assay, means: Float64Array, missing: Int32Array, stored: Int32Array): Float64Array {
  const squares = new Float64Array(assay.featureCount);
  eachValue(assay, (feature, _sample, value) => {
    if (value === value) squares[feature] = (squares[feature] as number) + (value - (means[feature] as number)) ** 2;
  });
  return squares.map((square, feature) => {
    const n = assay.sampleCount - (missing[feature] as number);
    const zeros = n - (stored[feature] as number);
    return (square + zeros * (means[feature] as number) ** 2) / (n - 1);
  });
}

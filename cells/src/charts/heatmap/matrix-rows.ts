// Which features of a matrix a heatmap shows.

import type { Assay } from "../../artifacts/artifact.ts";
import { sparseVariances } from "../../stats/moments.ts";
import { mostVariable, mostVariableOf } from "../../stats/most-variable.ts";
import { meanOf } from "../../stats/sums.ts";

/** Places of the `top` most variable features, the most variable first. */
export function mostVariableFeatures({ values, featureCount, sampleCount }: Assay, top: number): number[] {
  return [
    ...(values.layout === "dense"
      ? mostVariable(featureCount, top, (f) => values.data.subarray(f * sampleCount, (f + 1) * sampleCount))
      : mostVariableOf(sparseVariances(values.data, values.featureIndex, featureCount, sampleCount), top)),
  ];
}

/** Of the values that are there; NaN of none. */
export const meanOfPresent = (values: readonly number[]): number => meanOf(values.filter((value) => !Number.isNaN(value)));

// Sums of what each sample holds, over all features or some; of a sparse matrix over what is stored alone, so that thousands of cells
// take no memory for their zeros.

import type { Assay } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import { SumsByPlace } from "../../stats/sums.ts";

/** Calls with every value that is no missing one and not 0. */
function eachStored(assay: Assay, act: (feature: number, sample: number, value: number) => void): void {
  const { values, sampleCount } = assay;
  if (values.layout === "sparse") {
    for (let sample = 0; sample < sampleCount; sample++)
      for (let at = values.offsets[sample] as number; at < (values.offsets[sample + 1] as number); at++) {
        const value = values.data[at] as number;
        if (value === value && value !== 0) act(values.featureIndex[at] as number, sample, value);
      }
    return;
  }
  const data = denseData(assay);
  for (let at = 0, feature = 0; at < data.length; feature++)
    for (let sample = 0; sample < sampleCount; sample++, at++) {
      const value = data[at] as number;
      if (value === value && value !== 0) act(feature, sample, value);
    }
}

/** `features`: these alone. */
export function sumsPerSample(assay: Assay, features?: ReadonlySet<number>): Float64Array {
  const sums = new SumsByPlace(assay.sampleCount);
  const taken = features && Uint8Array.from({ length: assay.featureCount }, (_, feature) => (features.has(feature) ? 1 : 0));
  eachStored(assay, (feature, sample, value) => {
    if (!taken || taken[feature] === 1) sums.add(sample, value);
  });
  return sums.all();
}

/** How many features each sample has any of. */
export function seenPerSample(assay: Assay): Float64Array {
  const seen = new Float64Array(assay.sampleCount);
  eachStored(assay, (_feature, sample, value) => {
    if (value > 0) seen[sample] = (seen[sample] as number) + 1;
  });
  return seen;
}

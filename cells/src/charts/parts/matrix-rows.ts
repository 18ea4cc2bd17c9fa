// Rows of a matrix for a picture of several, and means of what is there in them.

import type { Assay } from "../../artifacts/artifact.ts";
import { ofByte } from "../../artifacts/assay.ts";

/** The values of one feature after another, in the order of samples; of a sparse matrix in one array that is used again. */
export function rowsOfMatrix({ values, featureCount, sampleCount }: Assay): (feature: number) => ArrayLike<number> {
  if (values.layout === "dense") return (feature) => values.data.subarray(feature * sampleCount, (feature + 1) * sampleCount);
  if (values.layout === "bytes")
    return (feature) => Float32Array.from(values.data.subarray(feature * sampleCount, (feature + 1) * sampleCount), ofByte);
  // Stored sample by sample: sorted by feature once, instead of searched for each.
  const ends = new Int32Array(featureCount + 1);
  for (const feature of values.featureIndex) ends[feature + 1] = (ends[feature + 1] as number) + 1;
  for (let f = 0; f < featureCount; f++) ends[f + 1] = (ends[f + 1] as number) + (ends[f] as number);
  const next = ends.slice();
  const sampleOf = new Int32Array(values.data.length);
  const stored = new Float32Array(values.data.length);
  for (let sample = 0; sample < sampleCount; sample++) {
    for (let at = values.offsets[sample] as number; at < (values.offsets[sample + 1] as number); at++) {
      const feature = values.featureIndex[at] as number;
      const place = next[feature] as number;
      next[feature] = place + 1;
      sampleOf[place] = sample;
      stored[place] = values.data[at] as number;
    }
  }
  const row = new Float32Array(sampleCount);
  return (feature) => {
    row.fill(0);
    for (let at = ends[feature] as number; at < (ends[feature + 1] as number); at++)
      row[sampleOf[at] as number] = stored[at] as number;
    return row;
  };
}

/** Of the values that are there; NaN of none. */
export function meanOfPresent(values: readonly number[]): number {
  let n = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
  }
  return n === 0 ? Number.NaN : sum / n;
}

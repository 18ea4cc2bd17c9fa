// Which features of a matrix a heatmap shows, and their values on one scale.

import type { Assay } from "../../artifacts/artifact.ts";

/** Two-pass variance, so that large means cost no digits; ties keep the order of the matrix. */
export function mostVariable(assay: Assay, top: number): number[] {
  const variance = new Float64Array(assay.featureCount);
  const { values } = assay;
  const n = assay.sampleCount;
  if (values.layout === "dense") {
    for (let f = 0; f < assay.featureCount; f++) {
      let sum = 0;
      let count = 0;
      for (let s = 0; s < n; s++) {
        const value = values.data[f * n + s] as number;
        if (Number.isNaN(value)) continue;
        sum += value;
        count++;
      }
      const mean = count > 0 ? sum / count : 0;
      let squares = 0;
      for (let s = 0; s < n; s++) {
        const value = values.data[f * n + s] as number;
        if (!Number.isNaN(value)) squares += (value - mean) ** 2;
      }
      variance[f] = count > 1 ? squares / (count - 1) : 0;
    }
  } else {
    const mean = new Float64Array(assay.featureCount);
    const stored = new Float64Array(assay.featureCount);
    values.featureIndex.forEach((f, i) => {
      mean[f] = (mean[f] as number) + (values.data[i] as number) / n;
      stored[f] = (stored[f] as number) + 1;
    });
    values.featureIndex.forEach((f, i) => {
      variance[f] = (variance[f] as number) + ((values.data[i] as number) - (mean[f] as number)) ** 2;
    });
    for (let f = 0; f < assay.featureCount; f++) {
      variance[f] = n > 1 ? ((variance[f] as number) + (n - (stored[f] as number)) * (mean[f] as number) ** 2) / (n - 1) : 0;
    }
  }
  return [...variance.keys()].sort((a, b) => (variance[b] as number) - (variance[a] as number) || a - b).slice(0, top);
}

/** z-scores over the samples that have a value; a constant row is 0 throughout. */
export function standardised(values: Float64Array): Float64Array {
  let n = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
  }
  const mean = sum / Math.max(1, n);
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  const sd = Math.sqrt(squares / Math.max(1, n - 1));
  return values.map((value) => (Number.isNaN(value) ? value : sd > 0 ? (value - mean) / sd : 0));
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

// Every number of a matrix of features x samples, seen or changed. Numbers are computed in double precision and kept as
// float32. A matrix that is sparse stays sparse as long as zeros stay zeros.

import type { Assay } from "../../artifacts/artifact.ts";
import { denseData, ofByte } from "../../artifacts/assay.ts";

/** Calls with every stored number; a sparse matrix stores no zeros. */
export function eachValue(assay: Assay, act: (feature: number, sample: number, value: number) => void): void {
  const { values, sampleCount, featureCount } = assay;
  if (values.layout === "dense") {
    for (let feature = 0, at = 0; feature < featureCount; feature++) {
      for (let sample = 0; sample < sampleCount; sample++, at++) act(feature, sample, values.data[at] as number);
    }
    return;
  }
  if (values.layout === "bytes") {
    for (let at = 0; at < values.data.length; at++)
      act(Math.floor(at / sampleCount), at % sampleCount, ofByte(values.data[at] as number));
    return;
  }
  for (let sample = 0; sample < sampleCount; sample++) {
    for (let at = values.offsets[sample] as number; at < (values.offsets[sample + 1] as number); at++) {
      act(values.featureIndex[at] as number, sample, values.data[at] as number);
    }
  }
}

/** Every number through `act`; sparse stays sparse when `zeroStays`. */
export function mapValues(assay: Assay, zeroStays: boolean, act: (value: number, sample: number) => number): Assay["values"] {
  const { values, sampleCount } = assay;
  if (values.layout === "sparse" && zeroStays) {
    const data = new Float32Array(values.data.length);
    for (let sample = 0; sample < sampleCount; sample++) {
      for (let at = values.offsets[sample] as number; at < (values.offsets[sample + 1] as number); at++) {
        data[at] = act(values.data[at] as number, sample);
      }
    }
    return { ...values, data };
  }
  const source = denseData(assay);
  const data = new Float32Array(source.length);
  for (let at = 0; at < source.length; at++) data[at] = act(source[at] as number, at % sampleCount);
  return { layout: "dense", data };
}

/** Every number by its place; a zero stays one, so that sparse stays sparse. */
export function mapByPlace(assay: Assay, act: (value: number, feature: number, sample: number) => number): Assay["values"] {
  const { values, sampleCount } = assay;
  if (values.layout === "sparse") {
    const data = new Float32Array(values.data.length);
    for (let sample = 0; sample < sampleCount; sample++)
      for (let at = values.offsets[sample] as number; at < (values.offsets[sample + 1] as number); at++)
        data[at] = act(values.data[at] as number, values.featureIndex[at] as number, sample);
    return { ...values, data };
  }
  const source = denseData(assay);
  const data = new Float32Array(source.length);
  for (let feature = 0, at = 0; feature < assay.featureCount; feature++)
    for (let sample = 0; sample < sampleCount; sample++, at++) data[at] = act(source[at] as number, feature, sample);
  return { layout: "dense", data };
}

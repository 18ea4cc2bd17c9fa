// Some features of a matrix; sparse stays sparse.

import type { Assay } from "../../artifacts/artifact.ts";
import { takeRows } from "../../artifacts/table.ts";

/** Features in the given order. */
export function takeFeatures(assay: Assay, kept: Int32Array): Assay {
  const { values, sampleCount } = assay;
  const shared = { ...assay, featureCount: kept.length, features: takeRows(assay.features, kept) };
  if (values.layout === "dense") {
    const data = new Float32Array(kept.length * sampleCount);
    for (let at = 0; at < kept.length; at++) {
      const start = (kept[at] as number) * sampleCount;
      data.set(values.data.subarray(start, start + sampleCount), at * sampleCount);
    }
    return { ...shared, values: { layout: "dense", data } };
  }
  const placeOf = new Int32Array(assay.featureCount).fill(-1);
  for (let at = 0; at < kept.length; at++) placeOf[kept[at] as number] = at;
  const offsets = new Int32Array(sampleCount + 1);
  const found: { readonly feature: number; readonly value: number }[] = [];
  for (let sample = 0; sample < sampleCount; sample++) {
    const ofSample: { readonly feature: number; readonly value: number }[] = [];
    for (let at = values.offsets[sample] as number; at < (values.offsets[sample + 1] as number); at++) {
      const feature = placeOf[values.featureIndex[at] as number] as number;
      if (feature >= 0) ofSample.push({ feature, value: values.data[at] as number });
    }
    ofSample.sort((a, b) => a.feature - b.feature);
    for (const item of ofSample) found.push(item);
    offsets[sample + 1] = found.length;
  }
  return {
    ...shared,
    values: {
      layout: "sparse",
      offsets,
      featureIndex: Int32Array.from(found, (item) => item.feature),
      data: Float32Array.from(found, (item) => item.value),
    },
  };
}

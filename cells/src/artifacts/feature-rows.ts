// The values of a matrix by feature, without zeros where it holds none: sparse ones come by sample and are turned round once.

import type { Assay } from "./artifact.ts";
import { featureValues } from "./assay.ts";
import type { FeatureRow } from "../stats/markers/group-against-rest.ts";

export function featureRows(assay: Assay): (feature: number) => FeatureRow {
  const { values, featureCount, sampleCount } = assay;
  if (values.layout !== "sparse") {
    const samples = Int32Array.from({ length: sampleCount }, (_, sample) => sample);
    return (feature) => ({ samples, values: featureValues(assay, feature), count: sampleCount });
  }
  const starts = new Int32Array(featureCount + 1);
  for (const feature of values.featureIndex) starts[feature + 1] = (starts[feature + 1] as number) + 1;
  for (let feature = 0; feature < featureCount; feature++)
    starts[feature + 1] = (starts[feature + 1] as number) + (starts[feature] as number);
  const next = starts.slice();
  const samples = new Int32Array(values.data.length);
  const data = new Float32Array(values.data.length);
  for (let sample = 0; sample < sampleCount; sample++)
    for (let at = values.offsets[sample] as number; at < (values.offsets[sample + 1] as number); at++) {
      const feature = values.featureIndex[at] as number;
      const place = next[feature] as number;
      next[feature] = place + 1;
      samples[place] = sample;
      data[place] = values.data[at] as number;
    }
  return (feature) => {
    const [start, end] = [starts[feature] as number, starts[feature + 1] as number];
    return { samples: samples.subarray(start, end), values: data.subarray(start, end), count: end - start };
  };
}

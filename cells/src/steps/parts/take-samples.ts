// Some samples of a matrix; sparse stays sparse.

import type { Assay } from "../../artifacts/artifact.ts";
import { takeRows } from "../../artifacts/table.ts";

/** Samples in the given order. */
export function takeSamples(assay: Assay, kept: Int32Array): Assay {
  const { values, sampleCount, featureCount } = assay;
  const shared = { ...assay, sampleCount: kept.length, samples: takeRows(assay.samples, kept) };
  if (values.layout === "dense") {
    const data = new Float32Array(featureCount * kept.length);
    for (let feature = 0; feature < featureCount; feature++) {
      for (let at = 0; at < kept.length; at++) {
        data[feature * kept.length + at] = values.data[feature * sampleCount + (kept[at] as number)] as number;
      }
    }
    return { ...shared, values: { layout: "dense", data } };
  }
  const offsets = new Int32Array(kept.length + 1);
  for (let at = 0; at < kept.length; at++) {
    const sample = kept[at] as number;
    offsets[at + 1] = (offsets[at] as number) + (values.offsets[sample + 1] as number) - (values.offsets[sample] as number);
  }
  const size = offsets[kept.length] as number;
  const featureIndex = new Int32Array(size);
  const data = new Float32Array(size);
  for (let at = 0; at < kept.length; at++) {
    const start = values.offsets[kept[at] as number] as number;
    const end = values.offsets[(kept[at] as number) + 1] as number;
    featureIndex.set(values.featureIndex.subarray(start, end), offsets[at] as number);
    data.set(values.data.subarray(start, end), offsets[at] as number);
  }
  return { ...shared, values: { layout: "sparse", offsets, featureIndex, data } };
}

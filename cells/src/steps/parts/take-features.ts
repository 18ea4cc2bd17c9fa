// Some features of a matrix and of its layers; sparse stays sparse.

import type { Assay, MatrixValues, SparseValues } from "../../artifacts/artifact.ts";
import { takeRows } from "../../artifacts/table.ts";

/** Features in the given order. */
export function takeFeatures(assay: Assay, kept: Int32Array): Assay {
  const take = (values: MatrixValues): MatrixValues => takeOf(values, assay, kept);
  return {
    ...assay,
    featureCount: kept.length,
    features: takeRows(assay.features, kept),
    values: take(assay.values),
    ...(assay.layers ? { layers: assay.layers.map(({ name, values }) => ({ name, values: take(values) })) } : {}),
  };
}

function takeOf(values: MatrixValues, { featureCount, sampleCount }: Assay, kept: Int32Array): MatrixValues {
  switch (values.layout) {
    case "dense":
      return { layout: "dense", data: rowsInto(values.data, new Float32Array(kept.length * sampleCount), sampleCount, kept) };
    case "bytes":
      return { layout: "bytes", data: rowsInto(values.data, new Int8Array(kept.length * sampleCount), sampleCount, kept) };
    case "sparse":
      return takeSparse(values, featureCount, sampleCount, kept);
  }
}

function rowsInto<T extends Float32Array | Int8Array>(source: T, into: T, width: number, kept: Int32Array): T {
  for (let at = 0; at < kept.length; at++) {
    const start = (kept[at] as number) * width;
    into.set(source.subarray(start, start + width), at * width);
  }
  return into;
}

function takeSparse(values: SparseValues, featureCount: number, sampleCount: number, kept: Int32Array): SparseValues {
  const placeOf = new Int32Array(featureCount).fill(-1);
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
    layout: "sparse",
    offsets,
    featureIndex: Int32Array.from(found, (item) => item.feature),
    data: Float32Array.from(found, (item) => item.value),
  };
}

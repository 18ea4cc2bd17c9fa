// Some samples of a matrix and of its layers; sparse stays sparse.

import type { Assay, MatrixValues, SparseValues } from "./artifact.ts";
import { takeRows } from "./table.ts";

/** Samples in the given order. */
export function takeSamples(assay: Assay, kept: Int32Array): Assay {
  const take = (values: MatrixValues): MatrixValues => takeOf(values, assay, kept);
  return {
    ...assay,
    sampleCount: kept.length,
    samples: takeRows(assay.samples, kept),
    values: take(assay.values),
    ...(assay.layers ? { layers: assay.layers.map(({ name, values }) => ({ name, values: take(values) })) } : {}),
  };
}

function takeOf(values: MatrixValues, { featureCount, sampleCount }: Assay, kept: Int32Array): MatrixValues {
  switch (values.layout) {
    case "dense":
      return { layout: "dense", data: columnsInto(values.data, new Float32Array(featureCount * kept.length), sampleCount, kept) };
    case "bytes":
      return { layout: "bytes", data: columnsInto(values.data, new Int8Array(featureCount * kept.length), sampleCount, kept) };
    case "sparse":
      return takeSparse(values, kept);
  }
}

function columnsInto<T extends Float32Array | Int8Array>(source: T, into: T, width: number, kept: Int32Array): T {
  for (let place = 0, start = 0; place < into.length; start += width)
    for (let at = 0; at < kept.length; at++) into[place++] = source[start + (kept[at] as number)] as number;
  return into;
}

function takeSparse(values: SparseValues, kept: Int32Array): SparseValues {
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
  return { layout: "sparse", offsets, featureIndex, data };
}

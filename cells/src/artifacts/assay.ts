// Building and reading matrices: dense or sparse values between a table of features and a table of samples.

import { invariant } from "../base/invariant.ts";
import type { Assay, DenseValues, SparseValues, Table } from "./artifact.ts";
import { textsOf } from "./table.ts";

/** A matrix of these parts; counts come from the two tables. `data` is row-major, features x samples. */
export function assayOf(parts: {
  readonly values: DenseValues | SparseValues;
  readonly features: Table;
  readonly samples: Table;
  readonly scale?: Assay["scale"];
  readonly featureNoun?: string;
}): Assay {
  const featureCount = parts.features.rowCount;
  const sampleCount = parts.samples.rowCount;
  const { values } = parts;
  if (values.layout === "dense") {
    invariant(values.data.length === featureCount * sampleCount, "a dense matrix holds features x samples numbers");
  } else {
    invariant(values.offsets.length === sampleCount + 1, "a sparse matrix has one offset more than samples");
  }
  return {
    type: "assay",
    featureCount,
    sampleCount,
    values,
    features: parts.features,
    samples: parts.samples,
    scale: parts.scale ?? "unknown",
    featureNoun: parts.featureNoun ?? "feature",
  };
}

const namesByTable = new WeakMap<Table, readonly string[]>();

/** Ids of a table's rows: its first column. Kept, because type-ahead and joins ask again and again. */
export function idsOf(table: Table): readonly string[] {
  let names = namesByTable.get(table);
  if (!names) {
    const first = table.columns[0];
    names = first ? textsOf(first) : [];
    namesByTable.set(table, names);
  }
  return names;
}

export const featureIds = (assay: Assay): readonly string[] => idsOf(assay.features);
export const sampleIds = (assay: Assay): readonly string[] => idsOf(assay.samples);

/** One number. A sparse matrix reads 0 where it holds nothing. */
export function valueAt(assay: Assay, feature: number, sample: number): number {
  const { values } = assay;
  if (values.layout === "dense") return values.data[feature * assay.sampleCount + sample] as number;
  let low = values.offsets[sample] as number;
  let high = (values.offsets[sample + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = values.featureIndex[middle] as number;
    if (found === feature) return values.data[middle] as number;
    if (found < feature) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** The numbers of one feature over all samples; a view of the data when dense. */
export function featureValues(assay: Assay, feature: number): Float32Array {
  const { values, sampleCount } = assay;
  if (values.layout === "dense") return values.data.subarray(feature * sampleCount, (feature + 1) * sampleCount);
  return Float32Array.from({ length: sampleCount }, (_, sample) => valueAt(assay, feature, sample));
}

/** The same matrix with every number in its place. */
export function denseData(assay: Assay): Float32Array {
  const { values } = assay;
  if (values.layout === "dense") return values.data;
  const data = new Float32Array(assay.featureCount * assay.sampleCount);
  for (let sample = 0; sample < assay.sampleCount; sample++) {
    const end = values.offsets[sample + 1] as number;
    for (let at = values.offsets[sample] as number; at < end; at++) {
      data[(values.featureIndex[at] as number) * assay.sampleCount + sample] = values.data[at] as number;
    }
  }
  return data;
}

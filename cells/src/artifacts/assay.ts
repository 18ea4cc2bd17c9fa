// Building and reading matrices: dense or sparse values between a table of features and a table of samples.

import { invariant } from "../base/invariant.ts";
import { type Assay, type Layer, type MatrixValues, missingByte, type Table } from "./artifact.ts";
import { textsOf } from "./table.ts";

/** A matrix of these parts; counts come from the two tables. `data` is row-major, features x samples. */
export function assayOf(parts: {
  readonly values: MatrixValues;
  readonly layers?: readonly Layer[];
  readonly features: Table;
  readonly samples: Table;
  readonly scale?: Assay["scale"];
  readonly featureNoun?: string;
}): Assay {
  const featureCount = parts.features.rowCount;
  const sampleCount = parts.samples.rowCount;
  const { values, layers = [] } = parts;
  for (const each of [values, ...layers.map((layer) => layer.values)])
    invariant(
      isFilled(each, featureCount, sampleCount),
      "a matrix holds features x samples numbers, or an offset more than samples",
    );
  invariant(new Set(layers.map(({ name }) => name)).size === layers.length, "layers have unique names");
  return {
    type: "assay",
    featureCount,
    sampleCount,
    values,
    ...(layers.length > 0 ? { layers } : {}),
    features: parts.features,
    samples: parts.samples,
    scale: parts.scale ?? "unknown",
    featureNoun: parts.featureNoun ?? "feature",
  };
}

export const isFilled = (values: MatrixValues, features: number, samples: number): boolean =>
  values.layout === "sparse"
    ? values.offsets.length === samples + 1 && values.featureIndex.length === values.data.length
    : values.data.length === features * samples;

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

/** A missing byte is NaN, as a missing number of a dense matrix is. */
export const ofByte = (byte: number): number => (byte === missingByte ? Number.NaN : byte);

/** One number. A sparse matrix reads 0 where it holds nothing. */
export function valueAt(assay: Assay, feature: number, sample: number): number {
  const { values } = assay;
  if (values.layout === "dense") return values.data[feature * assay.sampleCount + sample] as number;
  if (values.layout === "bytes") return ofByte(values.data[feature * assay.sampleCount + sample] as number);
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
export const denseData = ({ values, featureCount, sampleCount }: Assay): Float32Array =>
  denseValues(values, featureCount, sampleCount);

/** Every number in its place: those of the values where they are dense. */
export function denseValues(values: MatrixValues, featureCount: number, sampleCount: number): Float32Array {
  if (values.layout === "dense") return values.data;
  if (values.layout === "bytes") return Float32Array.from(values.data, ofByte);
  const data = new Float32Array(featureCount * sampleCount);
  for (let sample = 0; sample < sampleCount; sample++) {
    const end = values.offsets[sample + 1] as number;
    for (let at = values.offsets[sample] as number; at < end; at++) {
      data[(values.featureIndex[at] as number) * sampleCount + sample] = values.data[at] as number;
    }
  }
  return data;
}

/** Another of its matrices as the one that cells compute with; null where it has none of that name. */
export function withLayer(assay: Assay, name: string): Assay | null {
  const layer = assay.layers?.find((each) => each.name === name);
  if (!layer) return null;
  // What was taken out of the values was not out of the layer.
  const { withoutEffectsOf: _gone, ...rest } = assay;
  return { ...rest, values: layer.values };
}

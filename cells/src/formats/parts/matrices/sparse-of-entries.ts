// A sparse matrix out of its entries in any order: by sample, features ascending, as an assay holds them. No dense copy.

import type { SparseValues } from "../../../artifacts/artifact.ts";

export interface Entries {
  readonly featureCount: number;
  readonly sampleCount: number;
  /** Places from 0; the first `count` of each array count. */
  readonly feature: Int32Array;
  readonly sample: Int32Array;
  readonly data: Float32Array;
  readonly count: number;
}

export interface SparseFound {
  readonly values: SparseValues;
  /** Entries that stood at the place of another one: added to it, as scipy does. */
  readonly added: number;
}

/** Zeros that are written out are what is not written. The arrays are taken over where they need no sorting. */
export function sparseOfEntries(entries: Entries): SparseFound {
  const sorted = inOrder(entries) ? entries : sortedBy(sortedBy(entries, "feature"), "sample");
  const { sample, feature, data, count, sampleCount } = sorted;
  const offsets = new Int32Array(sampleCount + 1);
  let kept = 0;
  let added = 0;
  let at = 0;
  for (let column = 0; column < sampleCount; column++) {
    while (at < count && sample[at] === column) {
      const row = feature[at] as number;
      let sum = data[at] as number;
      for (at++; at < count && sample[at] === column && feature[at] === row; at++) {
        sum += data[at] as number;
        added++;
      }
      if (sum === 0) continue;
      feature[kept] = row;
      data[kept] = sum;
      kept++;
    }
    offsets[column + 1] = kept;
  }
  return {
    values: { layout: "sparse", offsets, featureIndex: cut(feature, kept), data: cut(data, kept) },
    added,
  };
}

/** Without what is left of a larger array in memory. */
function cut<T extends Int32Array | Float32Array>(array: T, length: number): T {
  return (array.length === length ? array : array.slice(0, length)) as T;
}

function inOrder({ sample, feature, count }: Entries): boolean {
  for (let at = 1; at < count; at++) {
    const step = (sample[at] as number) - (sample[at - 1] as number);
    if (step < 0 || (step === 0 && (feature[at] as number) < (feature[at - 1] as number))) return false;
  }
  return true;
}

/** Counted and placed: what stood first stays first among equals, so that two passes order by both. */
function sortedBy(entries: Entries, by: "feature" | "sample"): Entries {
  const keys = entries[by];
  const { count } = entries;
  const size = by === "feature" ? entries.featureCount : entries.sampleCount;
  let isSorted = true;
  const next = new Int32Array(size + 1);
  for (let at = 0; at < count; at++) {
    const key = keys[at] as number;
    next[key + 1] = (next[key + 1] as number) + 1;
    if (at > 0 && key < (keys[at - 1] as number)) isSorted = false;
  }
  if (isSorted) return entries;
  for (let key = 0; key < size; key++) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const feature = new Int32Array(count);
  const sample = new Int32Array(count);
  const data = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    const key = keys[at] as number;
    const to = next[key] as number;
    next[key] = to + 1;
    feature[to] = entries.feature[at] as number;
    sample[to] = entries.sample[at] as number;
    data[to] = entries.data[at] as number;
  }
  return { ...entries, feature, sample, data };
}

/** The same matrix with features and samples exchanged: what is compressed by feature, compressed by sample. */
export function turned(
  { offsets, featureIndex, data }: SparseValues,
  sizes: { readonly rows: number; readonly columns: number },
): SparseValues {
  const next = new Int32Array(sizes.rows + 1);
  for (const row of featureIndex) next[row + 1] = (next[row + 1] as number) + 1;
  for (let row = 0; row < sizes.rows; row++) next[row + 1] = (next[row + 1] as number) + (next[row] as number);
  const found = next.slice();
  const indices = new Int32Array(data.length);
  const values = new Float32Array(data.length);
  for (let column = 0; column < sizes.columns; column++) {
    const end = offsets[column + 1] as number;
    for (let at = offsets[column] as number; at < end; at++) {
      const row = featureIndex[at] as number;
      const to = next[row] as number;
      next[row] = to + 1;
      indices[to] = column;
      values[to] = data[at] as number;
    }
  }
  return { layout: "sparse", offsets: found, featureIndex: indices, data: values };
}

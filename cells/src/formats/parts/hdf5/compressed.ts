// A compressed matrix of HDF5 (csr or csc: data, indices, indptr) as the sparse values of an assay, held to its own rules.

import { wholesBy } from "../../../base/filled-arrays.ts";
import type { SparseValues } from "../../../artifacts/artifact.ts";
import { losesDigits } from "../float32-digits.ts";
import { turned } from "../matrices/sparse-of-entries.ts";
import type { Hdf5Dataset, Hdf5Group, Numbers } from "./hdf5-file.ts";
import { words } from "./words.ts";

export interface CompressedFound {
  readonly values: SparseValues;
  readonly rounded: number;
  readonly added: number;
}

/** `major`: what it is compressed by; `by`: whether those are the samples. Fails with the first place that is wrong. */
export function compressedOf(
  group: Hdf5Group,
  { major, minor, by }: { readonly major: number; readonly minor: number; readonly by: "sample" | "feature" },
): CompressedFound {
  const what = group.path;
  const part = (name: string): Hdf5Dataset =>
    group.dataset(name) ??
    words.fail("nothing-there", { what: `${what}/${name}`, format: "csr/csc", available: group.names().slice(0, 12) });
  const pointers = part("indptr").numbers();
  const indices = part("indices").numbers();
  const data = part("data");
  const count = indices.length;
  if (data.shape[0] !== count)
    words.fail("shape-differs", { what: `${what}/data`, found: data.shape.join(" x "), expected: String(count), by: "indices" });
  if (pointers.length !== major + 1)
    words.fail("shape-differs", {
      what: `${what}/indptr`,
      found: String(pointers.length),
      expected: String(major + 1),
      by: "shape",
    });
  const offsets = offsetsOf(pointers, count, what);
  const featureIndex = indicesOf(indices, minor, what);
  const { values: numbers, rounded } = floatsOf(data.numbers());
  const ordered = inOrder({ layout: "sparse", offsets, featureIndex, data: numbers });
  const values = by === "sample" ? ordered.values : turned(ordered.values, { rows: minor, columns: major });
  return { values, rounded, added: ordered.added };
}

function offsetsOf(pointers: Numbers, count: number, what: string): Int32Array {
  const offsets = new Int32Array(pointers.length);
  let before = 0;
  for (let at = 0; at < pointers.length; at++) {
    const value = pointers[at] as number;
    const isLast = at === pointers.length - 1;
    if ((at === 0 && value !== 0) || value < before || value > count || (isLast && value !== count))
      words.fail("pointers", { what, place: at, found: value, count });
    offsets[at] = value;
    before = value;
  }
  return offsets;
}

function indicesOf(indices: Numbers, minor: number, what: string): Int32Array {
  const places = indices instanceof Int32Array ? indices : new Int32Array(indices.length);
  for (let at = 0; at < indices.length; at++) {
    const value = indices[at] as number;
    if (!(value >= 0 && value < minor) || !Number.isInteger(value))
      words.fail("index-outside", { what, place: at, found: value, most: minor - 1 });
    places[at] = value;
  }
  return places;
}

export function floatsOf(numbers: Numbers): { readonly values: Float32Array; readonly rounded: number } {
  if (numbers instanceof Float32Array) return { values: numbers, rounded: 0 };
  let rounded = 0;
  if (numbers.BYTES_PER_ELEMENT > 2)
    for (let at = 0; at < numbers.length; at++) if (losesDigits(numbers[at] as number)) rounded++;
  return { values: Float32Array.from(numbers), rounded };
}

/** Ascending within each part, equal places added, zeros left out. What is so already is taken as it is. */
function inOrder(values: SparseValues): { readonly values: SparseValues; readonly added: number } {
  const { offsets, featureIndex, data } = values;
  const parts = offsets.length - 1;
  let isFine = true;
  for (let part = 0; part < parts && isFine; part++) {
    const end = offsets[part + 1] as number;
    let before = -1;
    for (let at = offsets[part] as number; at < end; at++) {
      const index = featureIndex[at] as number;
      if (index <= before || data[at] === 0) isFine = false;
      before = index;
    }
  }
  if (isFine) return { values, added: 0 };
  const kept = new Int32Array(offsets.length);
  let to = 0;
  let added = 0;
  for (let part = 0; part < parts; part++) {
    const start = offsets[part] as number;
    const end = offsets[part + 1] as number;
    sortPart(featureIndex, data, start, end);
    for (let at = start; at < end; ) {
      const index = featureIndex[at] as number;
      let sum = data[at] as number;
      for (at++; at < end && featureIndex[at] === index; at++) {
        sum += data[at] as number;
        added++;
      }
      if (sum === 0) continue;
      featureIndex[to] = index;
      data[to++] = sum;
    }
    kept[part + 1] = to;
  }
  return { values: { layout: "sparse", offsets: kept, featureIndex: featureIndex.slice(0, to), data: data.slice(0, to) }, added };
}

function sortPart(indices: Int32Array, data: Float32Array, start: number, end: number): void {
  let isSorted = true;
  for (let at = start + 1; at < end && isSorted; at++) isSorted = (indices[at - 1] as number) <= (indices[at] as number);
  if (isSorted) return;
  const order = Array.from({ length: end - start }, (_, at) => start + at).sort(
    (a, b) => (indices[a] as number) - (indices[b] as number),
  );
  const sortedIndices = wholesBy(order.length, (at) => indices[order[at] as number] as number);
  const sortedData = Float32Array.from(order, (at) => data[at] as number);
  indices.set(sortedIndices, start);
  data.set(sortedData, start);
}

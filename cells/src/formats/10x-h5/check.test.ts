// Matrices that h5py wrote as Cell Ranger does are sound; those that were edited are told with the part that is wrong. What scipy 1.10.1
// says of the same pointers and indices (csc_matrix.check_format) stands behind each.

import { expect, test } from "vitest";
import { checkFile } from "../../files/check-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { matrixFile } from "../../testing/reference-matrices.ts";

async function found(bytes: Uint8Array, strict = false) {
  const { findings, checked, format } = await checkFile(bytesAsSource(bytes), "x.h5", { strict });
  expect([checked, format]).toEqual([true, "10x-h5"]);
  return findings.filter(({ severity }) => severity !== "note").map(({ severity, rule, field }) => [severity, rule, field]);
}

/** The first place of these bytes with others, of which there are as many. */
function edited(name: string, from: Uint8Array, to: Uint8Array): Uint8Array {
  const bytes = matrixFile(name);
  const at = bytes.findIndex((_, start) => from.every((byte, place) => bytes[start + place] === byte));
  if (at < 0 || from.length !== to.length) throw new Error("the bytes are not there");
  bytes.set(to, at);
  return bytes;
}
const whole = (...numbers: readonly number[]): Uint8Array => new Uint8Array(Int32Array.from(numbers).buffer);
const text = (letters: string): Uint8Array => new TextEncoder().encode(letters);

test.each(["v3.h5", "v2.h5"])("%s is sound", async (name) => {
  expect(await found(matrixFile(name), true)).toEqual([]);
});

// indptr of the genome hg19 in v2.h5: 0, 2, 3, 6, 9, 11, 15; indices 3, 4, 4, 0, 1, 3 …; data 1, 2, 1, 2, 1, 259 …; the shape is 5, 6.
const start = whole(0, 2, 3, 6);

test.each<[string, Uint8Array, readonly unknown[]]>([
  // index pointer values must form a non-decreasing sequence
  ["pointers that fall", edited("v2.h5", start, whole(0, 3, 2, 6)), ["error", "10x-h5-pointers", "hg19/indptr"]],
  // index pointer should start with 0
  ["pointers from 1", edited("v2.h5", start, whole(1, 2, 3, 6)), ["error", "10x-h5-pointers", "hg19/indptr"]],
  // row index values must be < 5
  ["a row outside", edited("v2.h5", whole(3, 4, 4, 0), whole(3, 5, 4, 0)), ["error", "10x-h5-outside", "hg19/indices"]],
  ["a place twice", edited("v2.h5", whole(3, 4, 4, 0), whole(3, 3, 4, 0)), ["warning", "10x-h5-twice", "hg19/indices"]],
  ["a count below 0", edited("v2.h5", whole(1, 259), whole(1, -259)), ["error", "10x-h5-count", "hg19/data"]],
  ["a shape of more genes", edited("v2.h5", whole(5, 6), whole(7, 6)), ["error", "10x-h5-shape", "hg19/features"]],
  // index pointer size (7) should be (8)
  ["a shape of more barcodes", edited("v2.h5", whole(5, 6), whole(5, 7)), ["error", "10x-h5-shape", "hg19/indptr"]],
  ["a barcode twice", edited("v3.h5", text("AAAC1-1"), text("AAAC0-1")), ["warning", "10x-h5-name-twice", "matrix/barcodes"]],
])("%s", async (_title, bytes, wanted) => {
  expect(await found(bytes)).toContainEqual(wanted);
});

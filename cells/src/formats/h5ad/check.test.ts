// AnnData files that anndata 0.8.0 wrote are sound; those that were edited are told with the part that is wrong.

import { expect, test } from "vitest";
import { checkFile } from "../../files/check-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { matrixFile } from "../../testing/reference-matrices.ts";

const found = async (bytes: Uint8Array) => {
  const { findings, errors, checked } = await checkFile(bytesAsSource(bytes), "x.h5ad");
  return { checked, errors, rules: findings.map(({ rule, field }) => `${rule} ${field}`) };
};
/** The numbers of one data set by others: they stand in one piece in small files. */
function edited(name: string, from: readonly number[], to: readonly number[]): Uint8Array {
  const bytes = matrixFile(name);
  const wanted = new Uint8Array(Int32Array.from(from).buffer);
  const at = bytes.findIndex((_, start) => wanted.every((byte, place) => bytes[start + place] === byte));
  if (at < 0) throw new Error("the numbers are not there");
  bytes.set(new Uint8Array(Int32Array.from(to).buffer), at);
  return bytes;
}

test.each(["csr.h5ad", "csc.h5ad", "dense.h5ad"])("%s is sound", async (name) => {
  expect(await found(matrixFile(name))).toEqual({ checked: true, errors: 0, rules: [] });
});

test("what is not in order within a row is a note", async () => {
  expect((await found(matrixFile("new.h5ad"))).rules.every((rule) => rule === "h5ad-order X/indices")).toBe(true);
});

test("pointers that fall and indices outside are errors, with their place", async () => {
  // indptr of csc.h5ad by scipy 1.10.1: 0, 4, 7, 8, 12, 15.
  const pointers = [0, 4, 7, 8, 12, 15];
  expect(await found(edited("csc.h5ad", pointers, [0, 4, 3, 8, 12, 15]))).toMatchObject({
    errors: 1,
    rules: ["h5ad-pointers X/indptr"],
  });
  expect(await found(edited("csc.h5ad", pointers, [1, 4, 7, 8, 12, 15]))).toMatchObject({ errors: 1 });
});

test("a file that HDF5 cannot open is a finding, too", async () => {
  expect(await found(matrixFile("csr.h5ad").slice(0, 9000))).toMatchObject({ errors: 1 });
});

// anndata 0.8.0 refuses the first and the third (testing/reference/matrices/make.py), and takes what has no mask for whole.
test.each([
  ["bad_order.h5ad", { errors: 1, rules: ["h5ad-column-order obs"] }],
  ["bad_mask.h5ad", { errors: 0, rules: ["h5ad-mask obs/n"] }],
  ["bad_pairs.h5ad", { errors: 1, rules: ["h5ad-shape obsp/near"] }],
])("%s", async (name, wanted) => {
  expect(await found(matrixFile(name))).toEqual({ checked: true, ...wanted });
});

// Small matrices that anndata, h5py, loompy and biom-format wrote, and what those read in them (reference/matrices/make.py).
// For tests only.

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { crc32 } from "../base/crc32.ts";
import { storedZip } from "../base/stored-zip.ts";

const folder = path.join(import.meta.dirname, "reference", "matrices");

export const matrixFile = (name: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(path.join(folder, `${name}.gz`))));

export interface ExpectedMatrices {
  /** Cells x genes. */
  readonly counts: readonly (readonly number[])[];
  readonly log: readonly (readonly number[])[];
  readonly pca: readonly (readonly number[])[];
  readonly umap: readonly (readonly number[])[];
  readonly cells: readonly string[];
  readonly genes: readonly string[];
  readonly symbols: readonly string[];
}
export const expectedMatrices = (): ExpectedMatrices =>
  JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8")) as ExpectedMatrices;

/** Files in one archive, as they are when they are dropped together. */
export function zipOf(files: { readonly [name: string]: string | Uint8Array }): Uint8Array {
  const bytes = new Map(
    Object.entries(files).map(
      ([name, each]) => [name, typeof each === "string" ? new TextEncoder().encode(each) : each] as const,
    ),
  );
  const parts = [...bytes].map(([name, each]) => ({ name, size: each.length, crc: crc32(each) }));
  return new Uint8Array(
    Buffer.concat(storedZip(parts).map((piece) => ("bytes" in piece ? piece.bytes : (bytes.get(piece.part) as Uint8Array)))),
  );
}

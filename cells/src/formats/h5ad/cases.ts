// Files of the format h5ad, for its contract suite: written by anndata 0.8.0, and by h5py as anndata 0.7 and 0.11 write them
// (testing/reference/matrices/make.py).

import type { FormatCases } from "../../testing/describe-format.ts";
import { matrixFile } from "../../testing/reference-matrices.ts";

/** The bytes with those of a word in place of another one of its length. */
const renamed = (name: string, from: string, to: string) => (): Uint8Array => {
  const bytes = matrixFile(name);
  const [wanted, other] = [new TextEncoder().encode(from), new TextEncoder().encode(to)];
  for (let at = 0; at + wanted.length <= bytes.length; at++)
    if (wanted.every((byte, place) => bytes[at + place] === byte)) bytes.set(other, at);
  return bytes;
};

export const cases: FormatCases = {
  examples: [
    {
      title: "by cell, with layers, embeddings, raw",
      bytes: () => matrixFile("csr.h5ad"),
      gives: { type: "assay", shape: [5, 6] },
      issues: [
        ["counts-in-layer", null],
        ["raw-there", null],
      ],
    },
    {
      title: "what was before a selection",
      bytes: () => matrixFile("csr.h5ad"),
      spec: { layer: "raw" },
      gives: { type: "assay", shape: [7, 6] },
      issues: [
        ["counts-in-layer", null],
        ["raw-there", null],
      ],
    },
    { title: "by gene", bytes: () => matrixFile("csc.h5ad"), gives: { type: "assay", shape: [5, 6] } },
    {
      title: "every number",
      bytes: () => matrixFile("dense.h5ad"),
      gives: { type: "assay", shape: [5, 6] },
      issues: [["embedding-cut", null]],
    },
    {
      title: "annotation alone",
      bytes: () => matrixFile("no_x.h5ad"),
      gives: { type: "table", shape: [6, 8] },
      issues: [["no-matrix", null]],
    },
    { title: "anndata 0.7", bytes: () => matrixFile("old.h5ad"), gives: { type: "assay", shape: [5, 6] } },
    { title: "anndata 0.11", bytes: () => matrixFile("new.h5ad"), gives: { type: "assay", shape: [5, 6] } },
  ],
  bad: [
    {
      title: "an encoding that nobody knows",
      bytes: renamed("csc.h5ad", "csc_matrix", "coo_matrix"),
      reason: "format-h5ad.encoding-unread",
      line: null,
    },
    {
      title: "a matrix without its indices",
      bytes: renamed("csr.h5ad", "indices", "indicez"),
      reason: "hdf5.nothing-there",
      line: null,
    },
  ],
};

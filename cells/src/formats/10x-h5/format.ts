// Matrices of 10x Genomics in HDF5: feature_bc_matrix.h5 of Cell Ranger 3 and later ("v3", /matrix with features), and gene_bc_matrix.h5
// of releases before it ("v2", a group for each genome); of one sample or of several. (10x Genomics, Cell Ranger: Feature-Barcode Matrices, HDF5 format.)

import { defineFormat } from "../../contract/format.ts";
import { sniffOne, sniffSamples } from "./sniff.ts";
import { words } from "./words.ts";

export const tenxH5 = defineFormat({
  name: "10x-h5",
  // 3: stable ids of Ensembl are called so.
  version: 3,
  endings: [".h5", ".hdf5"],
  isText: false,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates", "layer"],
  memoryPerByte: 8,
  words,
  sniff: (head) => (head.parts ? sniffSamples(head.parts) : sniffOne(head)),
});

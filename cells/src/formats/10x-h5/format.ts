// Matrices of 10x Genomics in HDF5: feature_bc_matrix.h5 of Cell Ranger 3 and later ("v3", /matrix with features), and gene_bc_matrix.h5
// of releases before it ("v2", a group for each genome). (10x Genomics, Cell Ranger: Feature-Barcode Matrices, HDF5 format.)

import { defineFormat } from "../../contract/format.ts";
import { topOf } from "../parts/hdf5/top-of.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { words } from "./words.ts";

const parts = ["barcodes", "data", "indices", "indptr", "shape"];

export const tenxH5 = defineFormat({
  name: "10x-h5",
  version: 1,
  endings: [".h5", ".hdf5"],
  isText: false,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates", "layer"],
  memoryPerByte: 8,
  words,
  sniff: ({ inside }) => {
    const groups = inside?.filter((name) => !name.includes("/")) ?? [];
    const group = groups.find((each) => parts.every((part) => inside?.includes(`${each}/${part}`)));
    if (!inside || group === undefined) return null;
    const version = inside.includes(`${group}/features`) ? "v3" : inside.includes(`${group}/genes`) ? "v2" : null;
    return version && { confidence: 1, why: hdf5Words.key("why-inside"), params: { inside: topOf(inside) }, version };
  },
});

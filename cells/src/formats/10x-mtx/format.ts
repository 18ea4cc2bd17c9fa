// The three files that 10x Genomics and programs after it write for a matrix: matrix.mtx, barcodes.tsv and features.tsv (genes.tsv
// before Cell Ranger 3). (10x Genomics, Cell Ranger: Feature-Barcode Matrices, MEX format.)

import { defineFormat } from "../../contract/format.ts";
import { rolesOf } from "./roles.ts";
import { words } from "./words.ts";

export const tenxMtx = defineFormat({
  name: "10x-mtx",
  version: 2,
  endings: [".mex"],
  isText: false,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates", "samplesIn"],
  // Packed entries take some two bytes, and 24 in memory while they are sorted.
  memoryPerByte: 12,
  words,
  sniff: ({ parts }) => {
    const roles = parts && rolesOf(parts.map(({ name }) => name));
    const matrix = roles && parts?.find(({ name }) => name === roles.matrix.toLowerCase());
    if (!roles || !matrix?.text?.startsWith("%%MatrixMarket")) return null;
    const { matrix: name, barcodes, features } = roles;
    const first = parts?.find((part) => part.name === features)?.lines[0] ?? "";
    const version = first.split("\t").length > 2 ? "v3" : "v2";
    return { confidence: 1, why: words.key("why-three"), params: { matrix: name, barcodes, features }, version };
  },
});

// Loom: a matrix of features x cells with layers and attributes of both. (Loom file format specification 3.0.0; 2.0.1 differs in where
// its version stands.)

import { defineFormat } from "../../contract/format.ts";
import { topOf } from "../parts/hdf5/top-of.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { words } from "./words.ts";

export const loom = defineFormat({
  name: "loom",
  // 2: stable ids of Ensembl are called so.
  version: 2,
  endings: [".loom"],
  isText: false,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates", "layer"],
  memoryPerByte: 8,
  words,
  sniff: ({ inside }) =>
    inside && ["matrix", "row_attrs", "col_attrs"].every((name) => inside.includes(name))
      ? { confidence: 1, why: hdf5Words.key("why-inside"), params: { inside: topOf(inside) } }
      : null,
});

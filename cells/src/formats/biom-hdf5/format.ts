// BIOM 2.0 and 2.1: observations x samples in HDF5, kept twice, by observation and by sample. (The BIOM file format 2.1, biom-format.org.)

import { defineFormat } from "../../contract/format.ts";
import { topOf } from "../parts/hdf5/top-of.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { words } from "./words.ts";

export const biomHdf5 = defineFormat({
  name: "biom-hdf5",
  version: 1,
  endings: [".biom"],
  isText: false,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates"],
  memoryPerByte: 8,
  words,
  sniff: ({ inside }) =>
    inside && ["observation", "sample", "observation/ids", "sample/ids", "sample/matrix"].every((name) => inside.includes(name))
      ? { confidence: 1, why: hdf5Words.key("why-inside"), params: { inside: topOf(inside) }, version: "2.1" }
      : null,
});

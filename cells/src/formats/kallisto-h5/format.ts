// kallisto's abundance.h5: estimated counts with the names and lengths of transcripts, and bootstraps. (kallisto 0.46 manual, quant.)

import { defineFormat } from "../../contract/format.ts";
import { topOf } from "../parts/hdf5/top-of.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { words } from "./words.ts";

export const kallistoH5 = defineFormat({
  name: "kallisto-h5",
  version: 2,
  endings: [".h5"],
  isText: false,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates", "layer"],
  memoryPerByte: 6,
  words,
  sniff: ({ inside }) =>
    inside && ["aux", "est_counts", "aux/ids", "aux/eff_lengths"].every((name) => inside.includes(name))
      ? { confidence: 1, why: hdf5Words.key("why-inside"), params: { inside: topOf(inside) } }
      : null,
});

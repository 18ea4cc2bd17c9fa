// AnnData on disk (.h5ad): a matrix of cells x genes with layers, what describes both, and embeddings. (AnnData on-disk
// format specification, anndata 0.12; its older layouts by the readers of anndata 0.7.)

import { defineFormat } from "../../contract/format.ts";
import { topOf } from "../parts/hdf5/top-of.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { words } from "./words.ts";

export const h5ad = defineFormat({
  name: "h5ad",
  // 2: stable ids of Ensembl are called so.
  version: 2,
  endings: [".h5ad", ".h5"],
  isText: false,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay", "table"],
  settings: ["duplicates", "layer"],
  // The file itself, and what is packed in it.
  memoryPerByte: 6,
  words,
  sniff: ({ inside }) => {
    if (!inside?.includes("obs") || !inside.includes("var")) return null;
    if (!inside.some((name) => name === "X" || name === "layers" || name === "raw")) return null;
    return { confidence: 1, why: hdf5Words.key("why-inside"), params: { inside: topOf(inside) } };
  },
});

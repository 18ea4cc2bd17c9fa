// A data set of PLINK 1: .bed with .bim and .fam, or .ped with .map (PLINK 1.9, file format reference).

import { defineFormat } from "../../contract/format.ts";
import { setOfHeads } from "../parts/plink/set.ts";
import { words } from "./words.ts";

export const plink = defineFormat({
  name: "plink",
  version: 2,
  // Nobody calls a set so; its own files say more.
  endings: [".plink"],
  isText: false,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["build"],
  // Two bits become a byte.
  memoryPerByte: 6,
  words,
  sniff: ({ parts }) => {
    const set = parts === null ? null : setOfHeads(parts);
    return set ? { confidence: 1, why: words.key(set.kind === "bed" ? "why-bed" : "why-ped") } : null;
  },
});

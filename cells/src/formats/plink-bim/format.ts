// A .bim: the sites of a data set of PLINK 1 (PLINK 1.9, file format reference).

import { defineFormat } from "../../contract/format.ts";
import { isBim } from "../parts/plink/sniff.ts";
import { words as plinkWords } from "../parts/plink/words.ts";
import { words } from "./words.ts";

export const plinkBim = defineFormat({
  name: "plink-bim",
  version: 2,
  endings: [".bim"],
  isText: true,
  isStreamed: true,
  givesWhole: true,
  yields: ["table"],
  settings: [],
  memoryPerByte: 3,
  words,
  sniff: (head) =>
    head.parts === null && isBim(head)
      ? { confidence: head.name.endsWith(".bim") ? 0.97 : 0.96, why: plinkWords.key("why-bim") }
      : null,
});

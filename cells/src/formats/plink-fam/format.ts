// A .fam: the samples of a data set of PLINK 1 (PLINK 1.9, file format reference).

import { defineFormat } from "../../contract/format.ts";
import { isFam } from "../parts/plink/sniff.ts";
import { words as plinkWords } from "../parts/plink/words.ts";
import { words } from "./words.ts";

export const plinkFam = defineFormat({
  name: "plink-fam",
  version: 2,
  endings: [".fam", ".tfam"],
  isText: true,
  isStreamed: true,
  givesWhole: true,
  yields: ["table"],
  settings: [],
  memoryPerByte: 3,
  words,
  sniff: (head) =>
    head.parts === null && isFam(head)
      ? { confidence: head.name.endsWith(".fam") ? 0.97 : 0.96, why: plinkWords.key("why-fam") }
      : null,
});

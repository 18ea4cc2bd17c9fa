// A .map: the sites of a .ped of PLINK 1 (PLINK 1.9, file format reference).

import { defineFormat } from "../../contract/format.ts";
import { isMap } from "../parts/plink/sniff.ts";
import { words as plinkWords } from "../parts/plink/words.ts";
import { words } from "./words.ts";

export const plinkMap = defineFormat({
  name: "plink-map",
  version: 2,
  endings: [".map"],
  isText: true,
  isStreamed: true,
  givesWhole: true,
  yields: ["table"],
  settings: [],
  memoryPerByte: 3,
  words,
  sniff: (head) =>
    head.parts === null && isMap(head)
      ? { confidence: head.name.endsWith(".map") ? 0.97 : 0.96, why: plinkWords.key("why-map") }
      : null,
});

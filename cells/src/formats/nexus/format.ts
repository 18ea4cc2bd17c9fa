// NEXUS (Maddison, Swofford and Maddison, Systematic Biology 46:590, 1997): blocks of commands, of which alignments (DATA, CHARACTERS)
// and trees (TREES) are read.

import { defineFormat } from "../../contract/format.ts";
import { words } from "./words.ts";

export const nexus = defineFormat({
  name: "nexus",
  version: 1,
  endings: [".nex", ".nexus", ".nxs"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: ["sheet", "encoding", "alphabet"],
  memoryPerByte: 8,
  words,
  sniff: ({ text, isWhole }) => {
    if (text === null || !/^\s*#NEXUS\s/i.test(text)) return null;
    const block = /(?:^|[;\]\s])begin\s+(\w+)\s*;/i.exec(text)?.[1];
    // A long comment may stand before the first block.
    if (block === undefined && isWhole) return null;
    return { confidence: 0.95, why: words.key("why-blocks"), params: { block: block ?? "" } };
  },
});

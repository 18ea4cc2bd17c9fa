// Motifs of JASPAR: ">MA0004.1 Arnt", then a row of counts for A, C, G and T, each in brackets behind its letter (JASPAR 2022,
// "JASPAR format").

import { defineFormat } from "../../contract/format.ts";
import { words } from "./words.ts";

const first = /^\s*>\s*(\S[^\r\n]*)[\r\n]+\s*A\s*\[\s*[\d.]+[\d.\s]*\]/;

export const jaspar = defineFormat({
  name: "jaspar",
  version: 1,
  endings: [".jaspar"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: ["encoding"],
  memoryPerByte: 8,
  words,
  sniff: ({ text }) => {
    const name = text === null ? undefined : first.exec(text)?.[1];
    return name === undefined ? null : { confidence: 0.95, why: words.key("why-rows"), params: { first: name.slice(0, 60) } };
  },
});

// Motifs of MEME in its minimal format (MEME Suite, "MEME Motif Format"): the version, the alphabet, and of each motif a matrix of
// the probabilities of the letters at each position.

import { defineFormat } from "../../contract/format.ts";
import { words } from "./words.ts";

export const meme = defineFormat({
  name: "meme",
  version: 1,
  endings: [".meme"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: ["encoding"],
  memoryPerByte: 8,
  words,
  sniff: ({ text }) => {
    const version = /^\s*MEME version (\d[\d.]*)[^\r\n]*(?:[\r\n]|$)/.exec(text ?? "")?.[1];
    if (version === undefined || text === null) return null;
    const isMotifs = /^(?:MOTIF |ALPHABET)/m.test(text) || /^\s*MEME version \d[\d.]*(?: \([^)]*\))?\s*$/.test(text);
    return isMotifs ? { confidence: 0.95, why: words.key("why-version"), version } : null;
  },
});

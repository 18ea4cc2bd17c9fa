// A saved recipe: JSON (RFC 8259) that says of itself that it is one (contract/recipe-file.ts). It is no data: what it holds are steps
// and what they took of the data that they were fitted on.

import { defineFormat } from "../../contract/format.ts";
import { words as loadWords } from "../parts/words.ts";
import { words } from "./words.ts";

/** In the canonical form the chain stands first, which may be long: then its own first key tells, and its ending. */
const mark = /^\s*\{[^]*?"genomecraft"\s*:\s*"recipe"/;
const begins = /^\s*\{\s*"chain"\s*:\s*\{\s*"gives"\s*:\s*\{/;

export const recipe = defineFormat({
  name: "recipe",
  version: 1,
  endings: [".json"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["report"],
  settings: [],
  memoryPerByte: 8,
  words,
  sniff: ({ text, isWhole }) => {
    if (text === null) return null;
    const isOne = mark.test(text) || (!isWhole && begins.test(text));
    return isOne ? { confidence: 1, why: loadWords.key("why-content") } : null;
  },
});

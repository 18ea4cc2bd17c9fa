// BIOM 1.0: observations x samples in JSON. (The BIOM file format 1.0, biom-format.org.)

import { defineFormat } from "../../contract/format.ts";
import { words as loadWords } from "../parts/words.ts";
import { words } from "./words.ts";

/** Its first key in most files, and its last in some: files that are small stand whole in their head. */
const mark = /^\s*\{[^]*"format"\s*:\s*"Biological Observation Matrix\s*([\d.]*)/;

export const biomJson = defineFormat({
  name: "biom-json",
  version: 1,
  endings: [".biom", ".json"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates"],
  memoryPerByte: 8,
  words,
  sniff: ({ text }) => {
    const found = mark.exec(text ?? "");
    if (!found) return null;
    const [, version = ""] = found;
    return { confidence: 1, why: loadWords.key("why-content"), ...(version === "" ? {} : { version }) };
  },
});

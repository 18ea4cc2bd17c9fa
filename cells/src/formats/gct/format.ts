// GCT 1.2 and 1.3 of the Broad Institute: a matrix of features and samples with what describes them. Line 2 holds the
// numbers of rows and samples; in 1.3 also how many columns describe rows and how many lines describe samples.
// (GenePattern file formats guide; Enache et al., The GCTx format, Bioinformatics 35:1427, 2019.)

import { defineFormat } from "../../contract/format.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

const version = /^#1\.[23]\s*[\r\n]/;
const withNumbers = /^#1\.[23]\s*[\r\n]+\s*\d+\s+\d+/;

export const gct = defineFormat({
  name: "gct",
  // Raised with the parser of delimited text, which reads the rows.
  version: 5,
  endings: [".gct", ".txt"],
  isText: true,
  isStreamed: true,
  yields: ["assay", "table"],
  settings: ["ragged", "encoding"],
  // Eight bytes while it is read and four when it is done, of numbers that rarely take more than 12 letters.
  memoryPerByte: 0.6,
  words,
  sniff: ({ text, name }) =>
    text !== null && (withNumbers.test(text) || (version.test(text) && name.endsWith(".gct")))
      ? { confidence: 0.95, why: loadWords.key("why-content") }
      : null,
});

// refFlat of UCSC: a transcript a line, its exons as lists of starts and ends, from 0. (UCSC Genome Browser, FAQformat, "genePred table
// format".)

import { defineFormat } from "../../contract/format.ts";
import { genePredShape } from "../parts/intervals/gene-pred.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const refFlat = defineFormat({
  ...placesFormat,
  name: "refflat",
  endings: [".refflat", ".txt", ".tsv"],
  words,
  sniff: (head) => (genePredShape(head)?.format === "refflat" ? { confidence: 0.95, why: words.key("why") } : null),
});

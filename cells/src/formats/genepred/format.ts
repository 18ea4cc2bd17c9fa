// genePred of UCSC: a transcript a line, its exons as lists of starts and ends, from 0. (UCSC Genome Browser, FAQformat, "genePred table
// format".)

import { defineFormat } from "../../contract/format.ts";
import { genePredShape } from "../parts/intervals/gene-pred.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const genePred = defineFormat({
  ...placesFormat,
  name: "genepred",
  endings: [".genepred", ".txt", ".tsv", ".gp"],
  words,
  sniff: (head) => (genePredShape(head)?.format === "genepred" ? { confidence: 0.95, why: words.key("why") } : null),
});

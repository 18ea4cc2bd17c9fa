// GTF: annotations of genes and transcripts, from 1, [start, end]; GFF 2 whose attributes name a gene and a transcript. (GTF 2.2,
// The Brent Lab; GENCODE and Ensembl write it so.)

import { defineFormat } from "../../contract/format.ts";
import { annotationShape } from "../parts/intervals/annotation-shape.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const gtf = defineFormat({
  ...placesFormat,
  version: 2,
  name: "gtf",
  endings: [".gtf", ".gff", ".txt"],
  words,
  sniff: (head) => (annotationShape(head)?.format === "gtf" ? { confidence: 0.95, why: words.key("why") } : null),
});

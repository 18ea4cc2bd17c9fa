// Chromosome bands of UCSC: chromosome, start from 0, end, band and its stain. (UCSC, table cytoBand.)

import { defineFormat } from "../../contract/format.ts";
import { sniffBed } from "../parts/intervals/bed-family.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const cytoband = defineFormat({
  ...placesFormat,
  name: "cytoband",
  endings: [".cytoband", ".txt", ".tsv"],
  words,
  sniff: (head) => sniffBed(head, "cytoband", { columns: words.key("why"), said: words.key("why-track") }),
});

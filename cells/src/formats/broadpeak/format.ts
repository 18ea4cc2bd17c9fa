// ENCODE broadPeak: BED6+3, broad peaks with a signal and −log10 of p and q (−1: none). (UCSC Genome Browser, FAQformat,
// "ENCODE broadPeak".)

import { defineFormat } from "../../contract/format.ts";
import { sniffBed } from "../parts/intervals/bed-family.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const broadpeak = defineFormat({
  ...placesFormat,
  name: "broadpeak",
  endings: [".broadpeak", ".txt", ".bed"],
  words,
  sniff: (head) => sniffBed(head, "broadpeak", { columns: words.key("why"), said: words.key("why-track") }),
});

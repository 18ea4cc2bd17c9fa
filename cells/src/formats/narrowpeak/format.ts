// ENCODE narrowPeak: BED6+4, peaks with a signal, −log10 of p and q (−1: none) and the place of the summit behind the start (−1:
// none). (UCSC Genome Browser, FAQformat, "ENCODE narrowPeak".)

import { defineFormat } from "../../contract/format.ts";
import { sniffBed } from "../parts/intervals/bed-family.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const narrowpeak = defineFormat({
  ...placesFormat,
  name: "narrowpeak",
  endings: [".narrowpeak", ".txt", ".bed"],
  words,
  sniff: (head) => sniffBed(head, "narrowpeak", { columns: words.key("why"), said: words.key("why-track") }),
});

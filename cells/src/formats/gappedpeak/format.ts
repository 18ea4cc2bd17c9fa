// ENCODE gappedPeak: BED12+3, broad peaks with the narrow ones inside as blocks. (UCSC Genome Browser, FAQformat, "ENCODE
// gappedPeak".)

import { defineFormat } from "../../contract/format.ts";
import { sniffBed } from "../parts/intervals/bed-family.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const gappedpeak = defineFormat({
  ...placesFormat,
  name: "gappedpeak",
  endings: [".gappedpeak", ".txt"],
  words,
  sniff: (head) => sniffBed(head, "gappedpeak", { columns: words.key("why"), said: words.key("why-track") }),
});

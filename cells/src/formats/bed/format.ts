// BED: places of three to twelve columns, from 0, [start, end). (GA4GH, The Browser Extensible Data format, BEDv1; UCSC Genome
// Browser, FAQformat, "BED format". Further columns are BEDn+m.)

import { defineFormat } from "../../contract/format.ts";
import { sniffBed } from "../parts/intervals/bed-family.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const bed = defineFormat({
  ...placesFormat,
  name: "bed",
  endings: [".bed", ".bed3", ".bed4", ".bed6", ".bed12", ".txt"],
  words,
  sniff: (head) => sniffBed(head, "bed", { columns: words.key("why"), said: words.key("why-track") }),
});

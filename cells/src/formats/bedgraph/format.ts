// bedGraph: chromosome, start from 0, end and a value. (UCSC Genome Browser, "bedGraph Track Format".)

import { defineFormat } from "../../contract/format.ts";
import { sniffBed } from "../parts/intervals/bed-family.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const bedgraph = defineFormat({
  ...placesFormat,
  name: "bedgraph",
  endings: [".bedgraph", ".bdg", ".bg", ".txt", ".bed"],
  words,
  sniff: (head) => sniffBed(head, "bedgraph", { columns: words.key("why"), said: words.key("why-track") }),
});

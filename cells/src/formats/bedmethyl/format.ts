// bedMethyl: BED9 with coverage and the percent of modified bases; eleven columns by ENCODE, eighteen by modkit and ONT.
// (ENCODE, "WGBS, Description of bedMethyl file"; modkit, "Description of bedMethyl output".)

import { defineFormat } from "../../contract/format.ts";
import { sniffBed } from "../parts/intervals/bed-family.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const bedmethyl = defineFormat({
  ...placesFormat,
  name: "bedmethyl",
  endings: [".bedmethyl", ".txt", ".bed"],
  words,
  sniff: (head) => sniffBed(head, "bedmethyl", { columns: words.key("why"), said: words.key("why-track") }),
});

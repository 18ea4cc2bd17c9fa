// BEDPE: two places in a row, each from 0; "." and -1 where one is not known. (bedtools, "BEDPE format"; Juicer writes its loops so.)

import { defineFormat } from "../../contract/format.ts";
import { sniffBed } from "../parts/intervals/bed-family.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const bedpe = defineFormat({
  ...placesFormat,
  name: "bedpe",
  endings: [".bedpe", ".txt"],
  words,
  sniff: (head) => sniffBed(head, "bedpe", { columns: words.key("why"), said: words.key("why-track") }),
});

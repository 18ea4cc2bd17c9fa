// Names that Excel made dates of, and the genes that they were.

import { expect, test } from "vitest";
import { genesInWords, genesOfDate } from "./genes-of-dates.ts";

test.each([
  ["1-Mar", "MARCHF1 (MARCH1) / MTARC1 (MARC1)"],
  ["7-Mar", "MARCHF7 (MARCH7)"],
  ["2-Sep", "SEPTIN2 (SEPT2)"],
  ["Sep-07", "SEPTIN7 (SEPT7)"],
  ["2023-09-15", "SELENOF (SEP15)"],
  ["2006-09-01 00:00:00", "SEPTIN1 (SEPT1)"],
  ["1-Dec", "DELEC1 (DEC1)"],
  ["4-Oct", "POU5F1 (OCT4)"],
  ["2.31E+19", ""],
  ["13-Sep", ""],
  ["1-Jan", ""],
])("%s was %s", (shown, genes) => {
  expect(genesInWords(genesOfDate(shown))).toBe(genes);
});

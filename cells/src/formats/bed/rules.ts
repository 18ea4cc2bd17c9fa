// The rules of BED, by which a file is checked. (GA4GH, The Browser Extensible Data (BED) format, BEDv1)

import type { Rules } from "../../contract/check.ts";
import { words } from "./words.ts";

const { key } = words;

export const rules = {
  "bed-fields": { severity: "error", section: 'BEDv1, "Lines"', expected: key("expects-fields") },
  "bed-separator": { severity: "warning", section: 'BEDv1, "Whitespace"', expected: key("expects-separator") },
  "bed-chrom": { severity: "warning", section: 'BEDv1, "Coordinates", chrom', expected: key("expects-chrom") },
  "bed-start": { severity: "error", section: 'BEDv1, "Coordinates", chromStart', expected: key("expects-start") },
  "bed-end": { severity: "error", section: 'BEDv1, "Coordinates", chromEnd', expected: key("expects-end") },
  "bed-name": { severity: "warning", section: 'BEDv1, "Simple attributes", name', expected: key("expects-name") },
  "bed-score": {
    severity: "error",
    relaxed: "warning",
    section: 'BEDv1, "Simple attributes", score',
    expected: key("expects-score"),
  },
  "bed-strand": { severity: "error", section: 'BEDv1, "Simple attributes", strand', expected: key("expects-strand") },
  "bed-thick": {
    severity: "error",
    relaxed: "warning",
    section: 'BEDv1, "Display attributes", thickStart and thickEnd',
    expected: key("expects-thick"),
  },
  "bed-rgb": {
    severity: "error",
    relaxed: "warning",
    section: 'BEDv1, "Display attributes", itemRgb',
    expected: key("expects-rgb"),
  },
  "bed-blocks": { severity: "error", section: 'BEDv1, "Blocks"', expected: key("expects-blocks") },
  "bed-sorted": {
    severity: "note",
    section: 'BEDv1, "Recommended practice for the BED format", sorting',
    expected: key("expects-sorted"),
    step: { verb: "sort", by: [{ column: "chromosome" }, { column: "start" }] },
  },
  "bed-block-places": {
    severity: "error",
    relaxed: "warning",
    section: 'BEDv1, "Blocks", blockStarts',
    expected: key("expects-block-places"),
  },
} as const satisfies Rules;

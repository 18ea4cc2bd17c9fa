// The rules of 10x Genomics' matrices in HDF5. (10x Genomics, Cell Ranger: Feature-Barcode Matrices, HDF5 format.)

import type { Rules } from "../../contract/check.ts";
import { words } from "./words.ts";

const format = "10x Genomics, Feature-Barcode Matrices (HDF5), File Format";
const reference = "10x Genomics, Feature-Barcode Matrices (HDF5), features";

export const rules = {
  "10x-h5-group": { severity: "error", section: format, expected: words.key("rule-group") },
  "10x-h5-part": { severity: "error", section: format, expected: words.key("rule-part") },
  "10x-h5-shape": { severity: "error", section: format, expected: words.key("rule-shape") },
  "10x-h5-pointers": { severity: "error", section: format, expected: words.key("rule-pointers") },
  "10x-h5-outside": { severity: "error", section: format, expected: words.key("rule-outside") },
  "10x-h5-twice": { severity: "warning", section: format, expected: words.key("rule-twice") },
  "10x-h5-order": { severity: "warning", relaxed: "note", section: format, expected: words.key("rule-order") },
  "10x-h5-count": { severity: "error", section: format, expected: words.key("rule-count") },
  "10x-h5-zero": { severity: "note", section: format, expected: words.key("rule-zero") },
  "10x-h5-features": { severity: "error", section: reference, expected: words.key("rule-features") },
  "10x-h5-tag": { severity: "error", relaxed: "warning", section: reference, expected: words.key("rule-tag") },
  "10x-h5-type": { severity: "warning", relaxed: "note", section: reference, expected: words.key("rule-type") },
  "10x-h5-name": { severity: "error", section: reference, expected: words.key("rule-name") },
  "10x-h5-name-twice": { severity: "error", relaxed: "warning", section: reference, expected: words.key("rule-name-twice") },
  "10x-h5-barcode-letters": { severity: "note", section: format, expected: words.key("rule-barcode-letters") },
} as const satisfies Rules;

// The rules of the three files of 10x Genomics: of Matrix Market (NISTIR 5935), and of what Cell Ranger writes.

import type { Rules } from "../../contract/check.ts";
import { words } from "./words.ts";

const market = "Matrix Market, NISTIR 5935 §3";
const mex = "10x Genomics, Feature-Barcode Matrices (MEX)";

export const rules = {
  "10x-mtx-header": { severity: "error", section: market, expected: words.key("rule-header") },
  "10x-mtx-entry": { severity: "error", section: market, expected: words.key("rule-entry") },
  "10x-mtx-outside": { severity: "error", section: market, expected: words.key("rule-outside") },
  "10x-mtx-count": { severity: "error", section: market, expected: words.key("rule-count") },
  "10x-mtx-order": { severity: "warning", relaxed: "note", section: mex, expected: words.key("rule-order") },
  "10x-mtx-twice": { severity: "warning", section: market, expected: words.key("rule-twice") },
  "10x-mtx-zero": { severity: "note", section: market, expected: words.key("rule-zero") },
  "10x-mtx-barcodes": { severity: "error", section: mex, expected: words.key("rule-barcodes") },
  "10x-mtx-features": { severity: "error", section: mex, expected: words.key("rule-features") },
  "10x-mtx-fields": { severity: "error", relaxed: "warning", section: mex, expected: words.key("rule-fields") },
  "10x-mtx-name": { severity: "error", section: mex, expected: words.key("rule-name") },
  "10x-mtx-name-twice": { severity: "error", relaxed: "warning", section: mex, expected: words.key("rule-name-twice") },
  "10x-mtx-barcode-letters": { severity: "note", section: mex, expected: words.key("rule-barcode-letters") },
  "10x-mtx-type": { severity: "warning", relaxed: "note", section: mex, expected: words.key("rule-type") },
} as const satisfies Rules;

// The rules of AnnData on disk, as far as they can be seen in a file. (AnnData on-disk format specification 0.12.)

import type { Rules } from "../../contract/check.ts";
import { words } from "./words.ts";

const of = (part: string): string => `AnnData on-disk format 0.12, ${part}`;
const elements = of("Element specification");
const arrays = of("Dense arrays");
const sparse = of("Sparse arrays");
const frames = of("DataFrames");
const categoricals = of("Categorical arrays");

export const rules = {
  "h5ad-root": { severity: "note", section: elements, expected: words.key("rule-root") },
  "h5ad-annotation": { severity: "error", section: frames, expected: words.key("rule-annotation") },
  "h5ad-records": { severity: "warning", section: frames, expected: words.key("rule-records") },
  "h5ad-names": { severity: "warning", section: frames, expected: words.key("rule-names") },
  "h5ad-column": { severity: "error", section: frames, expected: words.key("rule-column") },
  "h5ad-column-order": { severity: "error", section: frames, expected: words.key("rule-column-order") },
  "h5ad-mask": {
    severity: "error",
    relaxed: "warning",
    section: of("Nullable integers and booleans"),
    expected: words.key("rule-mask"),
  },
  "h5ad-categories": { severity: "error", section: categoricals, expected: words.key("rule-categories") },
  "h5ad-encoding": { severity: "error", relaxed: "warning", section: elements, expected: words.key("rule-encoding") },
  "h5ad-shape": { severity: "error", section: arrays, expected: words.key("rule-shape") },
  "h5ad-pointers": { severity: "error", section: sparse, expected: words.key("rule-pointers") },
  "h5ad-indices": { severity: "error", section: sparse, expected: words.key("rule-indices") },
  "h5ad-order": { severity: "warning", relaxed: "note", section: sparse, expected: words.key("rule-order") },
  "h5ad-twice": { severity: "warning", section: sparse, expected: words.key("rule-twice") },
  "h5ad-finite": { severity: "warning", section: arrays, expected: words.key("rule-finite") },
} as const satisfies Rules;

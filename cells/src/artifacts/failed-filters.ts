// Which sites failed filters of the program that called them: FILTER of a VCF is PASS, a list of filters that failed, or missing where
// none was applied (v4.5 §1.4, FILTER).

import type { TextColumn } from "./artifact.ts";
import { cellString, isMissing } from "./table.ts";

export type Filtered = "passed" | "failed" | "not-said";

export const hasFailedFilters = (filter: TextColumn, sites: number): readonly Filtered[] =>
  Array.from({ length: sites }, (_, site) => {
    const text = isMissing(filter, site) ? "" : cellString(filter, site).trim();
    return text === "" || text === "." ? "not-said" : text.toUpperCase() === "PASS" ? "passed" : "failed";
  });

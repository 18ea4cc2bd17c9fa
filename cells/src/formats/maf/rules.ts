// The rules of MAF, by which a file is checked. (GDC MAF Format v1.0.0; NCI wiki, MAF 2.4)

import type { Rules } from "../../contract/check.ts";
import { words } from "./words.ts";

const { key } = words;

export const rules = {
  "maf-columns": {
    severity: "error",
    section: 'GDC MAF v1.0.0, "Protected MAF File Structure"',
    expected: key("expects-columns"),
  },
  "maf-fields": { severity: "error", section: 'GDC MAF v1.0.0, "Introduction"', expected: key("expects-fields") },
  "maf-symbol": { severity: "warning", section: "GDC MAF v1.0.0, column 1", expected: key("expects-symbol") },
  "maf-chromosome": { severity: "error", section: "GDC MAF v1.0.0, column 5", expected: key("expects-chromosome") },
  "maf-start": { severity: "error", section: "GDC MAF v1.0.0, column 6", expected: key("expects-start") },
  "maf-end": { severity: "error", section: "GDC MAF v1.0.0, column 7", expected: key("expects-end") },
  "maf-strand": { severity: "warning", section: "GDC MAF v1.0.0, column 8", expected: key("expects-strand") },
  "maf-classification": { severity: "warning", section: "GDC MAF v1.0.0, column 9", expected: key("expects-classification") },
  "maf-type": { severity: "warning", section: "GDC MAF v1.0.0, column 10", expected: key("expects-type") },
  "maf-allele": {
    severity: "error",
    relaxed: "warning",
    section: "GDC MAF v1.0.0, columns 11 to 13",
    expected: key("expects-allele"),
  },
  "maf-same-alleles": { severity: "warning", section: 'MAF 2.4, "Validation"', expected: key("expects-same-alleles") },
  "maf-length": { severity: "warning", section: 'MAF 2.4, "Validation"', expected: key("expects-length") },
  "maf-sample": { severity: "error", section: "GDC MAF v1.0.0, column 16", expected: key("expects-sample") },
  "maf-builds": { severity: "warning", section: "GDC MAF v1.0.0, column 4", expected: key("expects-builds") },
} as const satisfies Rules;

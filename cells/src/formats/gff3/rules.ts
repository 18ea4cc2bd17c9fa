// The rules of GFF3, by which a file is checked. (The Sequence Ontology, Generic Feature Format Version 3, 1.26)

import type { Rules } from "../../contract/check.ts";
import { words } from "./words.ts";

const { key } = words;

export const rules = {
  "gff3-version": {
    severity: "error",
    relaxed: "warning",
    section: 'GFF3 1.26, "Directives", ##gff-version',
    expected: key("expects-version"),
  },
  "gff3-columns": { severity: "error", section: 'GFF3 1.26, "Description of the Format"', expected: key("expects-columns") },
  "gff3-seqid": { severity: "error", relaxed: "warning", section: "GFF3 1.26, Column 1", expected: key("expects-seqid") },
  "gff3-type": { severity: "error", section: "GFF3 1.26, Column 3", expected: key("expects-type") },
  "gff3-start": { severity: "error", section: "GFF3 1.26, Columns 4 & 5", expected: key("expects-start") },
  "gff3-end": { severity: "error", section: "GFF3 1.26, Columns 4 & 5", expected: key("expects-end") },
  "gff3-score": { severity: "error", section: "GFF3 1.26, Column 6", expected: key("expects-score") },
  "gff3-strand": { severity: "error", section: "GFF3 1.26, Column 7", expected: key("expects-strand") },
  "gff3-phase": { severity: "error", section: "GFF3 1.26, Column 8", expected: key("expects-phase") },
  "gff3-attributes": {
    severity: "error",
    relaxed: "warning",
    section: "GFF3 1.26, Column 9",
    expected: key("expects-attributes"),
  },
  "gff3-attribute-twice": { severity: "warning", section: "GFF3 1.26, Column 9", expected: key("expects-attribute-twice") },
  "gff3-attribute-case": { severity: "warning", section: "GFF3 1.26, Column 9", expected: key("expects-attribute-case") },
  "gff3-escape": { severity: "warning", section: 'GFF3 1.26, "Description of the Format"', expected: key("expects-escape") },
  "gff3-id": { severity: "error", section: "GFF3 1.26, Column 9, ID", expected: key("expects-id") },
  "gff3-parent": {
    severity: "error",
    relaxed: "warning",
    section: "GFF3 1.26, Column 9, Parent",
    expected: key("expects-parent"),
  },
  "gff3-cycle": { severity: "error", section: "GFF3 1.26, Column 9, Parent", expected: key("expects-cycle") },
  "gff3-target": { severity: "warning", section: "GFF3 1.26, Column 9, Target", expected: key("expects-target") },
  "gff3-region": {
    severity: "error",
    relaxed: "warning",
    section: 'GFF3 1.26, "Directives", ##sequence-region',
    expected: key("expects-region"),
  },
  "gff3-bounds": {
    severity: "error",
    relaxed: "warning",
    section: 'GFF3 1.26, "Directives", ##sequence-region',
    expected: key("expects-bounds"),
  },
} as const satisfies Rules;

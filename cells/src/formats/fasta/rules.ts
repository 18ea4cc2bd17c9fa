// The rules of FASTA. It has no binding standard: NCBI's description (BLAST Help, Query Input and database selection), the letters of
// IUPAC-IUB, and what programs in use refuse or read in different ways.

import type { Rules } from "../../contract/check.ts";
import { words } from "./words.ts";

const description = "NCBI BLAST Help, FASTA";
const usage = "scikit-bio, FASTA format; samtools faidx";
const first = "Pearson and Lipman 1988";

export const rules = {
  "fasta-headless": { severity: "error", section: description, expected: words.key("rule-headless") },
  "fasta-comment": { severity: "error", relaxed: "warning", section: first, expected: words.key("rule-comment") },
  "fasta-blank-line": { severity: "error", relaxed: "warning", section: description, expected: words.key("rule-blank-line") },
  "fasta-no-sequence": { severity: "error", relaxed: "warning", section: usage, expected: words.key("rule-no-sequence") },
  "fasta-letter": { severity: "error", section: description, expected: words.key("rule-letter") },
  "fasta-blanks": { severity: "warning", section: description, expected: words.key("rule-blanks") },
  "fasta-no-id": { severity: "warning", section: description, expected: words.key("rule-no-id") },
  "fasta-id-twice": { severity: "warning", section: description, expected: words.key("rule-id-twice") },
  "fasta-t-and-u": { severity: "warning", section: "IUPAC-IUB 1984", expected: words.key("rule-t-and-u") },
  "fasta-line-lengths": { severity: "warning", relaxed: "note", section: usage, expected: words.key("rule-line-lengths") },
  "fasta-line-long": { severity: "note", section: description, expected: words.key("rule-line-long") },
} as const satisfies Rules;

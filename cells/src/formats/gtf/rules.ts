// The rules of GTF, by which a file is checked. (GTF 2.2, The Brent Lab; Ensembl and GENCODE write gene lines without a transcript)

import type { Rules } from "../../contract/check.ts";
import { words } from "./words.ts";

const { key } = words;

export const rules = {
  "gtf-columns": { severity: "error", section: 'GTF 2.2, "Fields"', expected: key("expects-columns") },
  "gtf-seqname": { severity: "error", section: "GTF 2.2, <seqname>", expected: key("expects-seqname") },
  "gtf-start": { severity: "error", section: "GTF 2.2, <start> <end>", expected: key("expects-start") },
  "gtf-end": { severity: "error", section: "GTF 2.2, <start> <end>", expected: key("expects-end") },
  "gtf-score": { severity: "error", section: "GTF 2.2, <score>", expected: key("expects-score") },
  "gtf-strand": { severity: "error", section: "GTF 2.2, <strand>", expected: key("expects-strand") },
  "gtf-frame": { severity: "error", relaxed: "warning", section: "GTF 2.2, <frame>", expected: key("expects-frame") },
  "gtf-attributes": {
    severity: "error",
    relaxed: "warning",
    section: "GTF 2.2, [attributes]",
    expected: key("expects-attributes"),
  },
  "gtf-quotes": { severity: "warning", section: "GTF 2.2, [attributes]", expected: key("expects-quotes") },
  "gtf-gene-id": { severity: "error", section: "GTF 2.2, [attributes]", expected: key("expects-gene-id") },
  "gtf-transcript-id": {
    severity: "error",
    relaxed: "warning",
    section: "GTF 2.2, [attributes]",
    expected: key("expects-transcript-id"),
  },
} as const satisfies Rules;

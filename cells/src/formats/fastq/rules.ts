// The rules of FASTQ: Cock, Fields, Goto, Heuer and Rice, The Sanger FASTQ file format for sequences with quality scores, and the
// Solexa/Illumina FASTQ variants. Nucleic Acids Res. 38:1767, 2010.

import type { Rules } from "../../contract/check.ts";
import { words } from "./words.ts";

const definition = "Cock et al. 2010, The FASTQ format";
const sanger = "Cock et al. 2010, Sanger FASTQ";
const variants = "Cock et al. 2010, Solexa and Illumina variants";
const wrapping = "Cock et al. 2010, Line wrapping";
const mates = "Illumina bcl2fastq2 Conversion Software v2.20, FASTQ Files";

export const rules = {
  "fastq-title": { severity: "error", section: definition, expected: words.key("rule-title") },
  "fastq-no-sequence": { severity: "error", section: definition, expected: words.key("rule-no-sequence") },
  "fastq-no-plus": { severity: "error", section: definition, expected: words.key("rule-no-plus") },
  "fastq-plus-title": { severity: "error", section: definition, expected: words.key("rule-plus-title") },
  "fastq-quality-short": { severity: "error", section: definition, expected: words.key("rule-quality-length") },
  "fastq-quality-long": { severity: "error", section: definition, expected: words.key("rule-quality-length") },
  "fastq-cut": { severity: "error", section: definition, expected: words.key("rule-cut") },
  "fastq-letter": { severity: "error", section: definition, expected: words.key("rule-letter") },
  "fastq-letter-code": { severity: "error", relaxed: "warning", section: definition, expected: words.key("rule-letter-code") },
  "fastq-quality-letter": { severity: "error", section: sanger, expected: words.key("rule-quality-letter") },
  "fastq-no-id": { severity: "warning", section: definition, expected: words.key("rule-no-id") },
  "fastq-blank-line": { severity: "warning", relaxed: "note", section: definition, expected: words.key("rule-blank-line") },
  "fastq-wrapped": { severity: "warning", relaxed: "note", section: wrapping, expected: words.key("rule-wrapped") },
  "fastq-no-bases": { severity: "note", section: definition, expected: words.key("rule-no-bases") },
  "fastq-pair-name": { severity: "error", section: mates, expected: words.key("rule-pair-name") },
  "fastq-pair-mate": { severity: "error", section: mates, expected: words.key("rule-pair-mate") },
  "fastq-pair-count": { severity: "error", section: mates, expected: words.key("rule-pair-count") },
  "fastq-pair-file": { severity: "error", section: mates, expected: words.key("rule-pair-file") },
  "fastq-encoding": { severity: "note", section: variants, expected: words.key("rule-encoding") },
} as const satisfies Rules;

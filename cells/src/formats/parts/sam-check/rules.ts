// THE list of rules of SAM 1.6, which BAM shares: sections of SAMv1.tex and SAMtags.tex of hts-specs. A warning where checking is relaxed
// is what every reader in use (samtools, htsjdk, pysam) passes over and files in use are full of.

import type { Rule, Severity } from "../../../contract/check.ts";
import { words } from "./check-words.ts";

type Line = readonly [section: string, severity: Severity, relaxed?: Severity];
const [header, reads, optional, names, practice, tags] = [
  "SAM v1 §1.3",
  "SAM v1 §1.4",
  "SAM v1 §1.5",
  "SAM v1 §1.2.1",
  "SAM v1 §2",
  "SAMtags §1",
] as const;

const table = {
  "header-type": [header, "error", "warning"],
  "header-field": [header, "error"],
  "header-letters": [header, "error", "warning"],
  "header-tag-twice": [header, "error"],
  "header-required": [header, "error"],
  "header-place": [header, "error"],
  "hd-first": [header, "error", "warning"],
  "hd-twice": [header, "error"],
  "hd-version": [header, "error"],
  "hd-order": [header, "error"],
  "hd-group": [header, "error"],
  "hd-suborder": [header, "error"],
  "hd-suborder-other": [header, "warning"],
  "sq-name": [names, "error"],
  "sq-length": [header, "error"],
  "sq-twice": [header, "error"],
  "sq-locus": [header, "error"],
  "sq-names": [header, "error"],
  "sq-md5": [header, "error"],
  "sq-topology": [header, "error"],
  "rg-twice": [header, "error"],
  "rg-date": [header, "error", "warning"],
  "rg-date-blank": [header, "warning"],
  "rg-platform": [header, "error", "warning"],
  "rg-platform-case": [header, "warning", "note"],
  "rg-flow": [header, "error", "warning"],
  "rg-size": [header, "warning"],
  "pg-twice": [header, "error"],
  "pg-previous": [header, "error", "warning"],
  "pg-previous-self": [header, "warning"],
  "line-empty": [reads, "error"],
  fields: [reads, "error"],
  empty: [reads, "error"],
  qname: [reads, "error"],
  flag: [reads, "error"],
  "flag-bits": [reads, "warning"],
  "flag-pair": [reads, "note"],
  "leading-zero": [reads, "warning"],
  rname: [names, "error"],
  "rname-declared": [reads, "error"],
  "rname-mapped": [reads, "warning"],
  pos: [reads, "error"],
  "pos-mapped": [reads, "warning"],
  "pos-length": [practice, "warning"],
  mapq: [reads, "error"],
  cigar: [reads, "error"],
  "cigar-clip": [reads, "error"],
  "cigar-zero": [reads, "warning"],
  "cigar-length": [reads, "error"],
  rnext: [names, "error"],
  "rnext-declared": [reads, "error"],
  pnext: [reads, "error"],
  tlen: [reads, "error"],
  seq: [reads, "error"],
  qual: [reads, "error"],
  "qual-length": [reads, "error"],
  "qual-alone": [reads, "error"],
  sorted: [header, "error"],
  tag: [optional, "error"],
  "tag-type": [optional, "error"],
  "tag-twice": [optional, "error"],
  "tag-value": [optional, "error"],
  "tag-letters": [optional, "error", "warning"],
  "tag-range": [optional, "error"],
  "tag-small": [optional, "warning"],
  "tag-standard-type": [tags, "warning"],
  "tag-standard-form": [tags, "error", "warning"],
  "tag-modifications": ["SAMtags §1.7", "error", "warning"],
  "bam-sequences": ["SAM v1 §4.2", "error"],
  "tag-declared": [practice, "warning"],
} as const satisfies { readonly [key: string]: Line };

type Key = keyof typeof table;
export type SamRule = `sam-${Key}`;

/** Of a SAM, which is a table. */
const byPlace = { verb: "sort", by: [{ column: "rname" }, { column: "pos" }] };

export const rules = Object.fromEntries(
  Object.entries<Line>(table).map(([key, [section, severity, relaxed]]): [string, Rule] => [
    `sam-${key}`,
    {
      severity,
      ...(relaxed ? { relaxed } : {}),
      section,
      expected: words.key(key as Key),
      ...(key === "sorted" ? { step: byPlace } : {}),
    },
  ]),
) as { readonly [rule in SamRule]: Rule };

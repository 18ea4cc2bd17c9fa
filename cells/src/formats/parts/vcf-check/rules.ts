// THE list of rules of VCF 4.1 to 4.5, with the severity where checking is strict and where it is relaxed: a warning there is what
// every reader in use (bcftools, GATK, plink, pysam) passes over and files in use are full of. A finding cites the section of
// the version that its file says it has (version.ts); the list cites 4.3.

import type { Rule, Severity } from "../../../contract/check.ts";
import { words } from "./check-words.ts";
import { sectionOf, type Topic } from "./version.ts";

type Line = readonly [topic: Topic, severity: Severity, relaxed?: Severity];

const table = {
  // The header.
  fileformat: ["fileformat", "error"],
  "fileformat-version": ["fileformat", "error", "warning"],
  "fileformat-twice": ["fileformat", "error"],
  meta: ["meta", "error"],
  "meta-empty": ["meta", "error", "warning"],
  "meta-structure": ["meta", "error"],
  "meta-quote": ["meta", "error"],
  "meta-unquoted": ["meta", "error"],
  "meta-extra": ["meta", "warning"],
  "meta-required": ["meta", "error"],
  "meta-field-twice": ["meta", "error"],
  "meta-order": ["meta", "warning"],
  "meta-twice": ["meta", "error"],
  "meta-id": ["meta", "error"],
  "meta-number": ["info", "error"],
  "meta-type": ["info", "error"],
  "meta-flag": ["info", "error"],
  "meta-reserved": ["info", "error", "warning"],
  "meta-reserved-implied": ["info", "warning"],
  "meta-alt": ["alt", "error", "warning"],
  "meta-contig": ["contig", "error"],
  "meta-contig-length": ["contig", "error"],
  "meta-contig-md5": ["contig", "warning"],
  "meta-url": ["assembly", "error"],
  "meta-url-host": ["assembly", "warning"],
  "meta-sample": ["sample", "warning"],
  "meta-pedigree": ["pedigree", "warning"],
  characters: ["characters", "error"],
  header: ["header", "error"],
  "header-missing": ["header", "error"],
  "header-twice": ["header", "error"],
  "header-samples": ["header", "warning"],
  "sample-twice": ["header", "error"],
  "sample-empty": ["header", "error"],
  // Data lines.
  "line-empty": ["data", "error", "warning"],
  "line-comment": ["data", "error", "warning"],
  columns: ["data", "error"],
  empty: ["whole", "error"],
  chrom: ["fixed", "error"],
  "chrom-declared": ["contig", "warning", "note"],
  contiguous: ["fixed", "error"],
  pos: ["fixed", "error"],
  "pos-length": ["fixed", "error"],
  sorted: ["fixed", "error"],
  duplicate: ["fixed", "error"],
  id: ["fixed", "error"],
  "id-twice": ["fixed", "warning"],
  ref: ["fixed", "error"],
  alt: ["fixed", "error"],
  "alt-breakend": ["breakends", "error"],
  "alt-symbolic": ["fixed", "error"],
  "alt-declared": ["alt", "warning", "note"],
  "alt-star": ["fixed", "warning"],
  "alt-dot": ["fixed", "warning"],
  "alt-twice": ["fixed", "error"],
  "alt-ref": ["fixed", "warning"],
  padding: ["fixed", "warning", "note"],
  qual: ["fixed", "error"],
  filter: ["fixed", "error"],
  "filter-zero": ["fixed", "error"],
  "filter-dot": ["fixed", "error"],
  "filter-pass": ["fixed", "warning"],
  "filter-twice": ["fixed", "error"],
  "filter-declared": ["filter", "warning", "note"],
  "info-key": ["fixed", "error"],
  "info-key-letters": ["fixed", "error", "warning"],
  "info-empty": ["fixed", "error", "warning"],
  "info-twice": ["fixed", "error"],
  "info-declared": ["fixed", "warning", "note"],
  "info-blank": ["fixed", "error", "warning"],
  "info-equals": ["fixed", "warning"],
  "info-flag": ["fixed", "error"],
  "info-flag-said": ["fixed", "warning"],
  "info-no-value": ["fixed", "error", "warning"],
  "info-type": ["fixed", "error"],
  "info-number": ["fixed", "error"],
  "info-number-no-alt": ["fixed", "warning", "note"],
  "info-negative": ["fixed", "error"],
  "info-frequency": ["fixed", "error"],
  "info-cigar": ["fixed", "error"],
  "info-end": ["fixed", "error", "warning"],
  "info-svtype": ["sv-info", "warning"],
  "info-svlen": ["sv-info", "error", "warning"],
  "info-svclaim": ["sv-info", "error", "warning"],
  format: ["genotypes", "error"],
  "format-key": ["genotypes", "error"],
  "format-key-letters": ["genotypes", "error", "note"],
  "format-twice": ["genotypes", "error"],
  "format-gt-first": ["genotypes", "error"],
  "format-declared": ["genotypes", "warning", "note"],
  "format-local": ["genotypes", "error"],
  "sample-fields": ["genotypes", "error"],
  "sample-gt": ["genotypes", "error"],
  "sample-allele": ["genotypes", "error"],
  "sample-value-empty": ["genotypes", "error", "warning"],
  "sample-type": ["genotypes", "error"],
  "sample-number": ["genotypes", "error"],
  "sample-number-no-alt": ["genotypes", "warning", "note"],
  "sample-negative": ["genotypes", "error"],
  "sample-probability": ["genotypes", "error", "warning"],
  "sample-blank": ["genotypes", "error"],
} as const satisfies { readonly [key: string]: Line };

type Key = keyof typeof table;
export type VcfRule = `vcf-${Key}`;

/** Of a table of sites, or of the features of a matrix. */
const byPlace = { verb: "sort", by: [{ column: "chromosome" }, { column: "position" }] };

export const rules = Object.fromEntries(
  Object.entries<Line>(table).map(([key, [topic, severity, relaxed]]): [string, Rule] => [
    `vcf-${key}`,
    {
      severity,
      ...(relaxed ? { relaxed } : {}),
      section: sectionOf(topic, "4.3"),
      expected: words.key(key as Key),
      ...(key === "sorted" || key === "contiguous" ? { step: byPlace } : {}),
    },
  ]),
) as { readonly [rule in VcfRule]: Rule };

export const topicOf = (rule: VcfRule): Topic => table[rule.slice("vcf-".length) as Key][0];

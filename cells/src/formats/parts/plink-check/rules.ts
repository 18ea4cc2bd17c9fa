// THE list of rules of PLINK 1's files: of .bed, .bim, .fam, .map and .ped alike. (PLINK 1.9, file format reference; what PLINK 1.90b6.26
// and PLINK 2 refuse and warn of was asked of them.)

import type { JsonObject } from "../../../base/json.ts";
import type { Rule, Severity } from "../../../contract/check.ts";
import { words } from "./check-words.ts";

type Line = readonly [section: string, severity: Severity, relaxed?: Severity];
const of = (file: string): string => `PLINK 1.9, File format reference, .${file}`;
const [bed, bim, fam, ped] = [of("bed"), of("bim"), of("fam"), of("ped")];
const chromosomes = "PLINK 1.9, Chromosome codes";

const table = {
  "site-fields": [bim, "error"],
  chromosome: [chromosomes, "error", "warning"],
  "chromosomes-mixed": [chromosomes, "warning"],
  "site-name": [bim, "warning", "note"],
  "site-name-twice": [bim, "warning"],
  distance: [bim, "error"],
  position: [bim, "error"],
  "position-negative": [bim, "warning"],
  allele: [bim, "error"],
  "alleles-same": [bim, "error", "warning"],
  split: [bim, "error", "warning"],
  sorted: [bim, "warning"],
  "sample-fields": [fam, "error"],
  sample: [fam, "error"],
  "sample-twice": [fam, "error"],
  parent: [fam, "error", "warning"],
  "parent-sex": [fam, "warning"],
  "parent-absent": [fam, "note"],
  sex: [fam, "error", "warning"],
  "sex-unknown": [fam, "note"],
  phenotype: [fam, "error", "warning"],
  "phenotype-zero-one": [fam, "warning"],
  "ped-fields": [ped, "error"],
  "ped-half": [ped, "error", "warning"],
  "ped-alleles": [ped, "error"],
  "bed-magic": [bed, "error"],
  "bed-by-sample": [bed, "warning"],
  "bed-size": [bed, "error"],
  "bed-padding": [bed, "error", "warning"],
  "site-empty": [bed, "note"],
  "haploid-two": [chromosomes, "warning"],
  "y-of-women": [chromosomes, "warning"],
} as const satisfies { readonly [key: string]: Line };

type Key = keyof typeof table;
export type PlinkRule = `plink-${Key}`;

const byPlace = { verb: "sort", by: [{ column: "chromosome" }, { column: "position" }] };
/** Of a .bim or .map by itself, which is a table, and of the sites of a data set. */
const steps: { readonly [key in Key]?: JsonObject } = {
  split: byPlace,
  sorted: byPlace,
  "chromosomes-mixed": { verb: "rename-chromosomes", to: "plain" },
};

export const rules = Object.fromEntries(
  Object.entries<Line>(table).map(([key, [section, severity, relaxed]]): [string, Rule] => [
    `plink-${key}`,
    {
      severity,
      ...(relaxed ? { relaxed } : {}),
      section,
      expected: words.key(key as Key),
      ...(steps[key as Key] ? { step: steps[key as Key] } : {}),
    },
  ]),
) as { readonly [rule in PlinkRule]: Rule };

/** Where a rule of sites is broken in a .map, or one of samples in a .ped. */
export const sectionOf = (kind: "bim" | "fam" | "map" | "ped"): string => of(kind);

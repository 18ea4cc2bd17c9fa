// INFO of a record: its keys, and their values by the header's declaration or, where there is none, as the standard reserves them.

import { type Alleles, isSymbolic } from "./alleles.ts";
import { type Declared, neverNegative } from "./reserved.ts";
import type { Say } from "./say.ts";
import { allMissing, hasNegative, valuesIn, wrong } from "./values.ts";
import type { VcfHeader } from "./vcf-header.ts";
import { isNew, isSince } from "./version.ts";

export interface OfRecord {
  readonly line: number;
  readonly position: number | null;
  readonly alleles: Alleles;
  readonly header: VcfHeader;
  readonly say: Say;
}

const keyLetters = /^(?:[A-Za-z_][0-9A-Za-z_.]*|1000G)$/;
const cigar = /^(?:\d+[MIDNSHPX=])+$/;
const structures = new Set(["DEL", "INS", "DUP", "INV", "CNV", "BND"]);

export function checkInfo(info: string, record: OfRecord): void {
  if (info === ".") return checkStructures(new Set(), info, record);
  const { line, header, say } = record;
  const keys = new Set<string>();
  for (const part of info.split(";")) {
    const equals = part.indexOf("=");
    const key = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? null : part.slice(equals + 1);
    if (part === "") {
      const isLast = info.endsWith(";") && !info.includes(";;");
      say("vcf-info-empty", line, "INFO", isLast ? "…;" : ";;");
      continue;
    }
    if (key === "" || /\s/.test(key)) {
      say("vcf-info-key", line, "INFO", part);
      continue;
    }
    if (isNew(header.version) && !keyLetters.test(key)) say("vcf-info-key-letters", line, "INFO", key);
    if (keys.has(key)) say("vcf-info-twice", line, `INFO/${key}`, key, isNew(header.version) ? {} : { severity: "warning" });
    keys.add(key);
    checkValue(key, value, record);
  }
  checkStructures(keys, info, record);
}

function checkValue(key: string, value: string | null, record: OfRecord): void {
  const { line, header, say } = record;
  const field = `INFO/${key}`;
  const declared = header.infos.get(key);
  if (!declared && header.infos.size > 0) say("vcf-info-declared", line, field, key);
  const as: Declared | undefined = declared ?? header.reserved.info.get(key);
  if (value !== null) {
    if (/\s/.test(value) && !isNew(header.version)) say("vcf-info-blank", line, field, value);
    if (value.includes("=")) say("vcf-info-equals", line, field, value);
  }
  if (!as) return;
  // §1.4.1: it is not necessary to say what a site has not, by H2=0; files say it.
  if (as.type === "Flag") {
    if (value === null) return;
    const rule = value === "0" || value === "1" ? "vcf-info-flag-said" : "vcf-info-flag";
    return say(rule, line, field, `${key}=${value}`, { params: { key } });
  }
  if (value === null || value === "") return say("vcf-info-no-value", line, field, key, { params: { key } });
  checkTyped(key, value, as, record);
}

function checkTyped(key: string, value: string, { number, type }: Declared, record: OfRecord): void {
  const { line, alleles, say } = record;
  const field = `INFO/${key}`;
  const count = valuesIn(value, 0, value.length, type);
  if (count === allMissing) return;
  if (count === wrong) return say("vcf-info-type", line, field, value, { params: { key, type } });
  const expected = expectedOf(number, alleles.alts.length);
  if (expected !== null && count !== expected) {
    // What stands for no allele at all is often written where there is none.
    const rule = alleles.alts.length === 0 && !/^\d+$/.test(number) ? "vcf-info-number-no-alt" : "vcf-info-number";
    say(rule, line, field, `${key}=${value}`, { params: { key, expected, number } });
  }
  if (neverNegative.info.has(key) && type !== "String" && hasNegative(value, 0, value.length))
    say("vcf-info-negative", line, field, `${key}=${value}`, { params: { key } });
  if (key === "AF" && value.split(",").some((one) => Number(one) < 0 || Number(one) > 1))
    say("vcf-info-frequency", line, field, value);
  if (key === "CIGAR" && value.split(",").some((one) => one !== "." && !cigar.test(one)))
    say("vcf-info-cigar", line, field, value);
  if (key === "END" && record.position !== null && Number(value) >= 0 && Number(value) < record.position)
    say("vcf-info-end", line, field, `END=${value}, POS=${record.position}`);
  if (key === "SVTYPE" && !isSince(record.header.version, "4.4") && !structures.has(value))
    say("vcf-info-svtype", line, field, value);
}

/** Of INFO, Number=G says nothing that could be counted: records have no ploidy. */
function expectedOf(number: string, alts: number): number | null {
  if (number === "A") return alts;
  if (number === "R") return alts + 1;
  return /^\d+$/.test(number) ? Number(number) : null;
}

const ofStructures = /^<(?:DEL|INS|DUP|INV|CNV)(?::[^>]*)?>$/;
const ofClaims = /^<(?:DEL|DUP)(?::[^>]*)?>$/;

/** Since 4.4 symbolic alleles of structural variants say their length, and deletions and duplications what is claimed (§3). */
function checkStructures(keys: ReadonlySet<string>, info: string, { line, alleles, header, say }: OfRecord): void {
  if (!isSince(header.version, "4.4") || !alleles.alts.some(isSymbolic)) return;
  if (!keys.has("SVLEN") && !keys.has("END") && alleles.alts.some((alt) => ofStructures.test(alt)))
    say("vcf-info-svlen", line, "INFO/SVLEN", info);
  if (!keys.has("SVCLAIM") && alleles.alts.some((alt) => ofClaims.test(alt))) say("vcf-info-svclaim", line, "INFO/SVCLAIM", info);
}

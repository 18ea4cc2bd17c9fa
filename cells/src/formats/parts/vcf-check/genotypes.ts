// FORMAT and the samples of a record (§1.4.2, §1.6.2 since 4.3), read where they stand in the line: files have thousands of samples.

import { type Declared, neverNegative } from "./reserved.ts";
import type { OfRecord } from "./info-field.ts";
import { allMissing, genotypesOf, hasNegative, valuesIn, wrong } from "./values.ts";
import type { VcfHeader } from "./vcf-header.ts";
import { isNew, isSince } from "./version.ts";

interface Key {
  readonly name: string;
  /** Null: nothing is known of it. */
  readonly declared: Declared | null;
  readonly isNonNegative: boolean;
}
export interface FormatPlan {
  readonly keys: readonly Key[];
  readonly hasGenotype: boolean;
  /** Place of LAA among the keys; -1: there is none. */
  readonly local: number;
  /** What is wrong with FORMAT itself is told for each record, and was found once. */
  readonly faults: readonly { readonly rule: FormatRule; readonly found: string; readonly severity?: "warning" }[];
}
type FormatRule =
  | "vcf-format"
  | "vcf-format-key"
  | "vcf-format-key-letters"
  | "vcf-format-twice"
  | "vcf-format-gt-first"
  | "vcf-format-declared"
  | "vcf-format-local";

/** Copy numbers have as many likelihoods as there may be copies (§4). */
const notByGenotype = new Set(["CNL", "CNP"]);
const localKeys = /^L(?:AD|ADF|ADR|EC|GL|GP|PL|PP)$/;

export function formatPlan(format: string, header: VcfHeader): FormatPlan {
  const names = format.split(":");
  const faults: FormatPlan["faults"][number][] = [];
  const letters = isNew(header.version) ? /^[A-Za-z_][0-9A-Za-z_.]*$/ : /^[0-9A-Za-z]+$/;
  for (const [at, name] of names.entries()) {
    if (name === "" || /\s/.test(name)) faults.push({ rule: "vcf-format-key", found: format });
    else if (!letters.test(name) && format !== ".") faults.push({ rule: "vcf-format-key-letters", found: name });
    if (name === "GT" && at > 0) faults.push({ rule: "vcf-format-gt-first", found: format });
    if (name !== "" && names.indexOf(name) < at) faults.push({ rule: "vcf-format-twice", found: name });
    if (header.formats.size > 0 && !header.formats.has(name) && name !== "." && name !== "")
      faults.push({ rule: "vcf-format-declared", found: name });
    const isLate = names.includes("LAA") && names.indexOf("LAA") > at && name !== "GT";
    if (isSince(header.version, "4.5") && localKeys.test(name) && (isLate || !names.includes("LAA")))
      faults.push({ rule: "vcf-format-local", found: format });
  }
  return {
    keys: names.map((name) => ({
      name,
      declared: header.formats.get(name) ?? header.reserved.format.get(name) ?? null,
      isNonNegative: neverNegative.format.has(name),
    })),
    hasGenotype: names[0] === "GT",
    local: names.indexOf("LAA"),
    faults,
  };
}

/** `from`: where the first sample stands in the line. */
export function checkSamples(text: string, from: number, plan: FormatPlan, record: OfRecord): void {
  let at = from;
  let sample = 0;
  while (at <= text.length) {
    let end = text.indexOf("\t", at);
    if (end < 0) end = text.length;
    if (sample < record.header.samples.length) checkSample(text, at, end, sample, plan, record);
    sample++;
    at = end + 1;
  }
}

const [dot, zero, nine, slash, bar, colon] = [46, 48, 57, 47, 124, 58];

function checkSample(text: string, from: number, to: number, sample: number, plan: FormatPlan, record: OfRecord): void {
  const { line, say } = record;
  let at = from;
  /** Ploidy of the genotype; 0: it is missing as a whole, and may be of any. */
  let ploidy = 2;
  let localAlts: number | null = null;
  for (let key = 0; at <= to; key++) {
    // Never beyond the sample: where there are genotypes alone no colon stands in all of the line.
    let end = at;
    while (end < to && text.charCodeAt(end) !== colon) end++;
    const of = plan.keys[key];
    if (!of) {
      const expected = plan.keys.length;
      return say("vcf-sample-fields", line, fieldOf(record, sample, null), text.slice(from, to), { params: { expected } });
    }
    if (end === at) {
      if (of.name !== "LAA") say("vcf-sample-value-empty", line, fieldOf(record, sample, of.name), text.slice(from, to));
      else localAlts = 0;
    } else if (key === 0 && plan.hasGenotype) {
      const found = genotypeIn(text, at, end, record);
      if (found === null) say("vcf-sample-gt", line, fieldOf(record, sample, "GT"), text.slice(at, end));
      else {
        ploidy = found.isMissing ? 0 : found.ploidy;
        const most = record.alleles.alts.length;
        // Without any allele in ALT nobody can tell whether it is ALT or the genotype that is wrong.
        const more = most === 0 ? ({ severity: "warning" } as const) : {};
        if (found.largest > most)
          say("vcf-sample-allele", line, fieldOf(record, sample, "GT"), text.slice(at, end), { params: { most }, ...more });
      }
    } else {
      if (key === plan.local) localAlts = text.slice(at, end) === "." ? 0 : text.slice(at, end).split(",").length;
      checkValue(text, at, end, of, { ploidy, localAlts, record, sample });
    }
    at = end + 1;
  }
}

const fieldOf = ({ header }: OfRecord, sample: number, key: string | null): string =>
  `${key === null ? "" : `FORMAT/${key} `}${header.samples[sample]}`;

interface Genotype {
  readonly ploidy: number;
  readonly largest: number;
  readonly isMissing: boolean;
}
const diploidMissing: Genotype = { ploidy: 2, largest: 0, isMissing: true };

/** Null: it is none. */
function genotypeIn(text: string, from: number, to: number, { header }: OfRecord): Genotype | null {
  let at = from;
  const first = text.charCodeAt(at);
  // A first sign tells the phase of the first allele since 4.4.
  if ((first === slash || first === bar) && isSince(header.version, "4.4")) at++;
  let ploidy = 0;
  let largest = 0;
  let missing = 0;
  for (;;) {
    const start = at;
    if (text.charCodeAt(at) === dot) {
      at++;
      missing++;
    } else {
      let allele = 0;
      while (at < to) {
        const code = text.charCodeAt(at);
        if (code < zero || code > nine) break;
        allele = allele * 10 + code - zero;
        at++;
      }
      if (at === start) return null;
      if (allele > largest) largest = allele;
    }
    ploidy++;
    if (at === to)
      return missing === ploidy
        ? ploidy === 1
          ? diploidMissing
          : { ploidy, largest, isMissing: true }
        : { ploidy, largest, isMissing: false };
    const sign = text.charCodeAt(at);
    if (sign !== slash && sign !== bar) return null;
    at++;
  }
}

interface OfSample {
  readonly ploidy: number;
  readonly localAlts: number | null;
  readonly record: OfRecord;
  readonly sample: number;
}

function checkValue(text: string, from: number, to: number, key: Key, of: OfSample): void {
  const { declared, name: keyName, isNonNegative } = key;
  const { record, sample } = of;
  const { line, say, alleles } = record;
  for (let at = from; at < to; at++)
    if (text.charCodeAt(at) === 32) {
      say(
        "vcf-sample-blank",
        line,
        fieldOf(record, sample, keyName),
        text.slice(from, to),
        isNew(record.header.version) ? { severity: "warning" } : {},
      );
      break;
    }
  if (!declared) return;
  const { type, number } = declared;
  const count = valuesIn(text, from, to, type);
  if (count === allMissing) return;
  if (count === wrong)
    return say("vcf-sample-type", line, fieldOf(record, sample, keyName), text.slice(from, to), {
      params: { key: keyName, type },
    });
  const expected = notByGenotype.has(keyName) ? null : expectedOf(number, of);
  if (expected !== null && count !== expected[0] && !expected.includes(count)) {
    const rule = alleles.alts.length === 0 && !/^\d+$/.test(number) ? "vcf-sample-number-no-alt" : "vcf-sample-number";
    say(rule, line, fieldOf(record, sample, keyName), text.slice(from, to), {
      params: { key: keyName, expected: expected[0] ?? 0, number },
    });
  }
  if (isNonNegative && type !== "String" && hasNegative(text, from, to))
    say("vcf-sample-negative", line, fieldOf(record, sample, keyName), text.slice(from, to), { params: { key: keyName } });
  if (
    keyName === "GP" &&
    isNew(record.header.version) &&
    text
      .slice(from, to)
      .split(",")
      .some((one) => Number(one) < 0 || Number(one) > 1.001)
  )
    say("vcf-sample-probability", line, fieldOf(record, sample, keyName), text.slice(from, to));
}

/** Numbers of values that are right, the likeliest first; null: any. */
function expectedOf(number: string, { ploidy, localAlts, record }: OfSample): readonly number[] | null {
  const alts = record.alleles.alts.length;
  const byGenotype = (count: number): readonly number[] =>
    // Without a call nothing tells the ploidy: one allele or two.
    ploidy === 0 ? [genotypesOf(count + 1, 2), count + 1] : [genotypesOf(count + 1, ploidy)];
  if (number === "A") return [alts];
  if (number === "R") return [alts + 1];
  if (number === "G") return byGenotype(alts);
  if (number === "P") return ploidy === 0 ? null : [ploidy];
  if (localAlts !== null) {
    if (number === "LA") return [localAlts];
    if (number === "LR") return [localAlts + 1];
    if (number === "LG") return byGenotype(localAlts);
  }
  return /^\d+$/.test(number) ? [Number(number)] : null;
}

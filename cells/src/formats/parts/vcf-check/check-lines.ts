// Lines of a VCF held to the specification, one after another: header, then records, of which nothing is kept but what the next are
// compared with.

import { checkAlleles, checkPadding } from "./alleles.ts";
import { checkFirstLine, checkMeta, checkNames, type SeenIds } from "./check-header.ts";
import { checkSamples, type FormatPlan, formatPlan } from "./genotypes.ts";
import { checkInfo } from "./info-field.ts";
import { contigName } from "./meta-kinds.ts";
import { orderOf } from "./order.ts";
import type { Say } from "./say.ts";
import { isFloat } from "./values.ts";
import type { VcfHeader } from "./vcf-header.ts";
import { isNew } from "./version.ts";

export interface VcfLines {
  see(line: string, number: number): void;
  end(): void;
}

// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const mostPlans = 1000;

export function vcfLines(header: VcfHeader, say: Say): VcfLines {
  const seenIds: SeenIds = new Map();
  const plans = new Map<string, FormatPlan>();
  const order = orderOf(say);
  let isBody = false;

  const planOf = (format: string): FormatPlan => {
    let plan = plans.get(format);
    if (!plan) {
      plan = formatPlan(format, header);
      if (plans.size < mostPlans) plans.set(format, plan);
    }
    return plan;
  };

  const seeRecord = (line: string, number: number): void => {
    const starts = fieldStarts(line);
    const width = starts.length;
    const fieldAt = (at: number): string => line.slice(starts[at], at + 1 < width ? (starts[at + 1] as number) - 1 : line.length);
    const expected = header.width === 0 ? Math.max(8, Math.min(width, 8)) : header.width;
    if (width !== expected) {
      const spaces = width === 1 ? line.trim().split(/ +/) : [];
      const more = spaces.length === expected ? { instead: spaces.join("\t") } : {};
      say("vcf-columns", number, null, width === 1 ? line : String(width), { params: { expected }, ...more });
      if (width < 8) return;
    }
    const [chrom, pos, id, ref, alt, qual, filter, info] = Array.from({ length: 8 }, (_, at) => fieldAt(at)) as Fixed;
    const place = { line: number, header, say };
    for (const [at, value] of [chrom, pos, id, ref, alt, qual, filter, info].entries())
      if (value === "") say("vcf-empty", number, fixedNames[at] as string, "");
    if (chrom !== "") checkChrom(chrom, place);
    const position = pos === "" ? null : checkPos(pos, chrom, place);
    if (id !== "" && id !== ".") checkId(id, place);
    const alleles = checkAlleles(ref === "" ? "N" : ref, alt === "" ? "." : alt, number, header, say);
    if (position !== null) checkPadding(alleles, position, number, say);
    if (qual !== "" && qual !== "." && !isQuality(qual)) say("vcf-qual", number, "QUAL", qual);
    if (filter !== "") checkFilter(filter, place);
    const record = { line: number, position, alleles, header, say };
    if (info !== "") checkInfo(info, record);
    order.see(chrom, position, id, alleles, number);
    if (width <= 8) return;
    const format = fieldAt(8);
    if (format === "") return say("vcf-format", number, "FORMAT", "");
    const plan = planOf(format);
    for (const { rule, found } of plan.faults) say(rule, number, "FORMAT", found);
    if (width > 9) checkSamples(line, starts[9] as number, plan, record);
  };

  return {
    see(line, number) {
      if (number === 1) {
        checkFirstLine(line, header, say);
        if (line.startsWith("##")) return;
      }
      if (isNew(header.version) && controls.test(line)) say("vcf-characters", number, null, line.replace(/[^\p{Cc}]/gu, ""));
      if (line.trim() === "") {
        say("vcf-line-empty", number, null, "");
        return;
      }
      if (line.startsWith("##") && !isBody) return checkMeta(line, number, header, seenIds, say);
      if (/^#CHROM\b/.test(line)) {
        if (isBody) return say("vcf-header-twice", number, "#CHROM", line);
        isBody = true;
        return checkNames(line, number, header, say);
      }
      if (line.startsWith("#")) {
        if (isBody) return say("vcf-line-comment", number, null, line);
        return say("vcf-meta", number, "##", line);
      }
      if (!isBody) {
        // A line of the header that lost its signs, or records without a header: told apart by their tabs.
        if (fieldStarts(line).length < 8) return say("vcf-meta", number, "##", line);
        say("vcf-header-missing", number, "#CHROM", line);
        isBody = true;
      }
      seeRecord(line, number);
    },
    end() {
      if (!isBody) say("vcf-header-missing", null, "#CHROM", "");
    },
  };
}

type Fixed = [string, string, string, string, string, string, string, string];
const fixedNames = ["CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"];

/** Where fields begin: all of the fixed ones, and where samples do. Further ones are counted by their tabs. */
function fieldStarts(line: string): number[] {
  const starts = [0];
  for (let at = line.indexOf("\t"); at >= 0; at = line.indexOf("\t", at + 1)) starts.push(at + 1);
  return starts;
}

interface Place {
  readonly line: number;
  readonly header: VcfHeader;
  readonly say: Say;
}

function checkChrom(chrom: string, { line, header, say }: Place): void {
  const name = /^<(.*)>$/.exec(chrom)?.[1] ?? chrom;
  const isNamed = header.contigs.has(name);
  // Up to 4.2 a colon must be absent, for breakends are written chr:pos; a sequence of the header (HLA-A*01:01) has it for good.
  const forbidden = isNew(header.version) ? !contigName.test(name) : /[\s,<>:]/.test(name) || name === "";
  if (forbidden) {
    const isColon = !/[\s,<>]/.test(name) && isNamed;
    const params = { not: isNew(header.version) ? "\\ , \" ' ` ( ) [ ] { } < > ␣" : ": , < > ␣" };
    say("vcf-chrom", line, "CHROM", chrom, { params, ...(isColon ? { severity: "warning" } : {}) });
  }
  if (header.contigs.size > 0 && !isNamed) say("vcf-chrom-declared", line, "CHROM", chrom);
}

function checkPos(pos: string, chrom: string, { line, header, say }: Place): number | null {
  if (!/^\d{1,15}$/.test(pos)) {
    say("vcf-pos", line, "POS", pos);
    return null;
  }
  const position = Number(pos);
  const length = header.contigs.get(chrom) ?? null;
  if (length !== null && position > length + 1) say("vcf-pos-length", line, "POS", pos, { params: { length: String(length) } });
  return position;
}

function checkId(id: string, { line, header, say }: Place): void {
  const ids = id.split(";");
  if (/\s/.test(id) || ids.includes("")) return say("vcf-id", line, "ID", id);
  if (isNew(header.version) && new Set(ids).size < ids.length) say("vcf-id", line, "ID", id);
}

const isQuality = (qual: string): boolean => {
  const number = qual.endsWith(".") ? qual.slice(0, -1) : qual;
  return isFloat(number, 0, number.length) && !(Number(number) < 0) && !/^-inf/i.test(number);
};

function checkFilter(filter: string, { line, header, say }: Place): void {
  if (filter === "PASS" || filter === ".") return;
  const names = filter.split(";");
  if (/\s/.test(filter) || names.includes("")) return say("vcf-filter", line, "FILTER", filter);
  if (names.includes("0")) say("vcf-filter-zero", line, "FILTER", filter);
  if (names.includes(".")) say("vcf-filter-dot", line, "FILTER", filter);
  if (names.includes("PASS")) say("vcf-filter-pass", line, "FILTER", filter);
  if (new Set(names).size < names.length)
    say("vcf-filter-twice", line, "FILTER", filter, isNew(header.version) ? {} : { severity: "warning" });
  for (const name of names)
    if (header.filters.size > 0 && !header.filters.has(name) && name !== "PASS" && name !== "." && name !== "0")
      say("vcf-filter-declared", line, "FILTER", name);
}

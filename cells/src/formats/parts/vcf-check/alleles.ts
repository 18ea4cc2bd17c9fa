// REF and ALT of a record (§1.4.1, §1.6.1 since 4.3; breakends §5.4): what kind of allele each is.

import type { Say } from "./say.ts";
import type { VcfHeader } from "./vcf-header.ts";
import { isNew } from "./version.ts";

export interface Alleles {
  readonly ref: string;
  /** Empty where ALT is a dot. */
  readonly alts: readonly string[];
}

const bases = /^[ACGTNacgtn]+$/;
const basesAndStar = /^[ACGTNacgtn*]+$/;
const symbolic = /^<[^<>\s,]+>$/;
const place = String.raw`(?:<[^<>\s,:]+>|[^\s,[\]<>]+):\d+`;
const breakend = new RegExp(
  String.raw`^(?:[ACGTNacgtn.]+(?:\[${place}\[|\]${place}\])|(?:\[${place}\[|\]${place}\])[ACGTNacgtn.]+|<[^<>\s,]+>(?:\[${place}\[|\]${place}\])|(?:\[${place}\[|\]${place}\])<[^<>\s,]+>)$`,
);
/** With a mate that was not seen (§5.4.9). */
const single = /^(?:\.[ACGTNacgtn]+|[ACGTNacgtn]+\.)$/;

export const isBases = (allele: string): boolean => bases.test(allele);
export const isSymbolic = (allele: string): boolean => symbolic.test(allele);
const isBreakend = (allele: string): boolean => breakend.test(allele) || single.test(allele);

export function checkAlleles(ref: string, alt: string, line: number, header: VcfHeader, say: Say): Alleles {
  if (!isBases(ref)) say("vcf-ref", line, "REF", ref);
  if (alt === ".") return { ref, alts: [] };
  const alts = alt.split(",");
  const seen = new Set<string>();
  for (const allele of alts) {
    checkAllele(allele, line, header, say);
    if (seen.has(allele) && allele !== "" && isBases(allele)) say("vcf-alt-twice", line, "ALT", allele);
    seen.add(allele);
    if (allele.toUpperCase() === ref.toUpperCase() && isBases(ref)) say("vcf-alt-ref", line, "ALT", allele);
  }
  return { ref, alts };
}

function checkAllele(allele: string, line: number, header: VcfHeader, say: Say): void {
  if (isBases(allele)) return;
  if (allele === "*" || (allele.includes("*") && basesAndStar.test(allele) && !isNew(header.version))) {
    if (header.version === "4.1") say("vcf-alt-star", line, "ALT", allele);
    return;
  }
  if (allele === ".") return say("vcf-alt-dot", line, "ALT", allele);
  if (isSymbolic(allele)) {
    const id = allele.slice(1, -1);
    if (header.alts.size > 0 && !header.alts.has(id) && id !== "*") say("vcf-alt-declared", line, "ALT", allele);
    return;
  }
  if (isBreakend(allele)) return;
  if (/[[\]]/.test(allele)) return say("vcf-alt-breakend", line, "ALT", allele);
  say(/[<>]/.test(allele) ? "vcf-alt-symbolic" : "vcf-alt", line, "ALT", allele);
}

/** A deletion or insertion whose shared base stands behind it although there is one before (§1.4.1, REF). */
export function checkPadding({ ref, alts }: Alleles, position: number, line: number, say: Say): void {
  if (position <= 1 || alts.length !== 1) return;
  const alt = alts[0] as string;
  if (ref.length === alt.length || !isBases(ref) || !isBases(alt)) return;
  const [short, long] = ref.length < alt.length ? [ref, alt] : [alt, ref];
  const isAnchored = long[0]?.toUpperCase() === short[0]?.toUpperCase();
  if (!isAnchored && long.toUpperCase().endsWith(short.toUpperCase())) say("vcf-padding", line, "REF/ALT", `${ref} ${alt}`);
}

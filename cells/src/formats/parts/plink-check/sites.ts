// The lines of a .bim or a .map held to their rules, one after another. Memory: a name and a byte for each site.

import type { Say } from "./say.ts";
import { fieldsOf } from "./say.ts";

/** Of a site: is it on X, on Y, or on another chromosome? */
export const [elsewhere, onX, onY] = [0, 1, 2];

export interface CheckedSites {
  see(line: string, number: number): void;
  readonly count: number;
  /** For each site one of those three. */
  haploid(): Uint8Array;
}

const known = /^(?:chr)?(?:\d|1\d|2[0-6]|X|Y|XY|MT?|PAR[12])$/i;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const whole = /^[+-]?\d+$/;
const mostPosition = 2_147_483_646;
const plain = (chromosome: string): string => chromosome.replace(/^chr/i, "").toUpperCase();

export function sitesOf(kind: "bim" | "map", say: Say): CheckedSites {
  const names = new Map<string, number>();
  const ended = new Map<string, number>();
  const styles = new Map<boolean, number>();
  const places: number[] = [];
  let width = kind === "bim" ? 6 : 0;
  let chromosome = "";
  let lastLine = 0;
  let before = { position: Number.NEGATIVE_INFINITY, line: 0 };
  let areMixed = false;

  const seeChromosome = (text: string, line: number): void => {
    if (!known.test(text)) say("plink-chromosome", { line }, "chromosome", text);
    const hasChr = /^chr/i.test(text);
    const other = styles.get(!hasChr);
    // 0 is no chromosome.
    if (text !== "0") styles.set(hasChr, styles.get(hasChr) ?? line);
    if (other !== undefined && !areMixed && text !== "0") {
      areMixed = true;
      say("plink-chromosomes-mixed", { line }, "chromosome", text, { other });
    }
    const own = plain(text);
    if (own === chromosome) return;
    if (chromosome !== "") ended.set(chromosome, lastLine);
    const end = ended.get(own);
    if (end !== undefined) say("plink-split", { line }, "chromosome", text, { other: end });
    chromosome = own;
    before = { position: Number.NEGATIVE_INFINITY, line: 0 };
  };
  const seeName = (name: string, line: number): void => {
    if (name === ".") return say("plink-site-name", { line }, "name", name);
    const other = names.get(name);
    if (other === undefined) names.set(name, line);
    else say("plink-site-name-twice", { line }, "name", name, { other });
  };
  const seePosition = (text: string, line: number): void => {
    const position = Number(text);
    if (!whole.test(text) || position > mostPosition) return say("plink-position", { line }, "position", text);
    if (position < 0) return say("plink-position-negative", { line }, "position", text);
    // Sites without a place (chromosome 0) have no order.
    if (position < before.position && chromosome !== "0")
      say("plink-sorted", { line }, "position", text, { other: before.line, before: String(before.position) });
    before = { position, line };
  };
  const seeAlleles = (a1: string, a2: string, line: number): void => {
    if (a1.includes(",")) say("plink-allele", { line }, "A1", a1);
    if (a2.includes(",")) say("plink-allele", { line }, "A2", a2);
    if (a1 === a2 && a1 !== "0") say("plink-alleles-same", { line }, "A1, A2", `${a1} ${a2}`);
  };
  return {
    get count() {
      return places.length;
    },
    haploid: () => Uint8Array.from(places),
    see(text, line) {
      const fields = fieldsOf(text);
      if (fields.length === 0) return;
      if (width === 0) width = fields.length === 3 ? 3 : 4;
      const [name = "", ...numbers] = fields.slice(1);
      const code = plain(fields[0] ?? "");
      places.push(code === "23" || code === "X" ? onX : code === "24" || code === "Y" ? onY : elsewhere);
      if (fields.length !== width) return say("plink-site-fields", { line }, "line", String(fields.length), { expected: width });
      seeChromosome(fields[0] ?? "", line);
      seeName(name, line);
      if (width !== 3 && !number.test(numbers[0] ?? "")) say("plink-distance", { line }, "distance", numbers[0] ?? "");
      seePosition(numbers[width === 3 ? 0 : 1] ?? "", line);
      if (kind === "bim") seeAlleles(fields[4] ?? "", fields[5] ?? "", line);
      lastLine = line;
    },
  };
}

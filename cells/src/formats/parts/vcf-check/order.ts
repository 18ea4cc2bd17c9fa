// What records have to do with those before them: the block of a sequence, the order of positions, variants and identifiers that
// come twice (§1.4.1, §1.6.1 since 4.3). Memory does not grow with the file.

import { type Alleles, isBases } from "./alleles.ts";
import type { Say } from "./say.ts";

/** Names of sequences and identifiers that are kept; a file of a million contigs is not held to its blocks beyond. */
const mostNames = 200_000;

export interface Order {
  see(chrom: string, position: number | null, id: string, alleles: Alleles, line: number): void;
}

export function orderOf(say: Say): Order {
  let chrom = "";
  let position = -1;
  let positionLine = 0;
  let lastLine = 0;
  /** Sequences that ended, with their last line. */
  const ended = new Map<string, number>();
  /** Of the current sequence, by what is left when what the alleles share is taken off: these begin at the position or behind it. */
  let variants = new Map<string, { readonly at: number; readonly line: number }>();
  let ids = new Map<string, number>();

  const seeChrom = (name: string, line: number): void => {
    if (name === chrom) return;
    if (chrom !== "") ended.set(chrom, lastLine);
    const other = ended.get(name);
    if (other !== undefined) say("vcf-contiguous", line, "CHROM", name, { params: { chrom: name, other } });
    if (ended.size > mostNames) ended.clear();
    chrom = name;
    position = -1;
    variants = new Map();
  };
  const seePosition = (at: number, line: number): void => {
    if (at < position) {
      const params = { other: positionLine, before: String(position) };
      say("vcf-sorted", line, "POS", String(at), { params });
      return;
    }
    if (at > position && variants.size > 0) for (const [key, one] of variants) if (one.at < at) variants.delete(key);
    position = at;
    positionLine = line;
  };
  const seeVariants = (at: number, { ref, alts }: Alleles, line: number): void => {
    if (!isBases(ref)) return;
    let told = 0;
    for (const alt of alts) {
      if (!isBases(alt)) continue;
      const trimmed = trim(at, ref, alt);
      const key = `${trimmed.at} ${trimmed.ref}>${trimmed.alt}`;
      const other = variants.get(key);
      // Twice in one record is told of ALT.
      if (other && other.line !== line && told !== other.line) {
        say("vcf-duplicate", line, "POS/REF/ALT", `${at} ${ref}>${alt}`, { params: { other: other.line } });
        told = other.line;
      } else if (!other && variants.size < mostNames) variants.set(key, { at: trimmed.at, line });
    }
  };
  const seeIds = (id: string, line: number): void => {
    if (id === "." || id === "") return;
    for (const one of id.includes(";") ? id.split(";") : [id]) {
      const other = ids.get(one);
      if (other !== undefined) say("vcf-id-twice", line, "ID", one, { params: { other } });
      else {
        if (ids.size >= mostNames) ids = new Map();
        ids.set(one, line);
      }
    }
  };

  return {
    see(name, at, id, alleles, line) {
      // A contig of the assembly file stands where it belongs in the genome, and ends no block.
      if (!name.startsWith("<")) {
        seeChrom(name, line);
        if (at !== null) {
          seePosition(at, line);
          seeVariants(at, alleles, line);
        }
        lastLine = line;
      }
      seeIds(id, line);
    },
  };
}

/** Without what REF and ALT share at their ends, then at their beginnings; one base may be left of neither. */
function trim(at: number, ref: string, alt: string): { readonly at: number; readonly ref: string; readonly alt: string } {
  const [a, b] = [ref.toUpperCase(), alt.toUpperCase()];
  let [endA, endB] = [a.length, b.length];
  while (endA > 0 && endB > 0 && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  let start = 0;
  while (start < endA && start < endB && a[start] === b[start]) start++;
  return { at: at + start, ref: a.slice(start, endA), alt: b.slice(start, endB) };
}

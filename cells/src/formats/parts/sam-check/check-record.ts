// An alignment: its eleven fields (SAM v1 §1.4) and its tags (§1.5). Of a BAM whoever reads it gives them as SAM writes them.

import { type Cigar, cigarOf } from "./cigar.ts";
import { checkTags } from "./check-tags.ts";
import { isName, type SamHeader } from "./sam-header.ts";
import type { Place, Say } from "./say.ts";

export interface SamRecords {
  /** `fields`: eleven, then tags as TAG:TYPE:VALUE. */
  see(fields: readonly string[], place: Place): void;
}

const most = 2 ** 31 - 1;
const names = ["QNAME", "FLAG", "RNAME", "POS", "MAPQ", "CIGAR", "RNEXT", "PNEXT", "TLEN", "SEQ", "QUAL"] as const;

export function samRecords(header: SamHeader, say: Say): SamRecords {
  /** Place of the record before, where the file says that it is sorted by it. */
  let before = { order: 0, pos: 0 };
  /** CIGAR strings come again and again. */
  let cigars = new Map<string, Cigar | null>();
  const cigarIn = (text: string): Cigar | null => {
    let cigar = cigars.get(text);
    if (cigar === undefined) {
      cigar = cigarOf(text);
      if (cigars.size > 10_000) cigars = new Map();
      cigars.set(text, cigar);
    }
    return cigar;
  };

  const seeOrder = (rname: string, pos: number, place: Place): void => {
    const order = rname === "*" ? Number.POSITIVE_INFINITY : (header.references.get(rname)?.order ?? null);
    if (order === null) return;
    if (order < before.order || (order === before.order && order !== Number.POSITIVE_INFINITY && pos < before.pos))
      say("sam-sorted", place, "POS", `${rname}:${pos}`);
    else before = { order, pos };
  };

  return {
    see(fields, place) {
      if (fields.length < 11)
        return say("sam-fields", place, null, fields.length === 1 ? (fields[0] ?? "") : String(fields.length));
      const values = fields.slice(0, 11) as unknown as Fixed;
      const [qname, flagText, rname, posText, mapq, cigarText, rnext, pnext, tlen, seq, qual] = values;
      for (const [at, name] of names.entries()) if (values[at] === "") say("sam-empty", place, name, "");
      if (qname !== "" && !/^[!-?A-~]{1,254}$/.test(qname)) say("sam-qname", place, "QNAME", qname);
      const flag = whole(flagText, "sam-flag", "FLAG", 0, 0xffff, place, say);
      const pos = whole(posText, "sam-pos", "POS", 0, most, place, say);
      whole(mapq, "sam-mapq", "MAPQ", 0, 255, place, say);
      whole(pnext, "sam-pnext", "PNEXT", 0, most, place, say);
      whole(tlen, "sam-tlen", "TLEN", -most, most, place, say);
      if (flag !== null) checkFlag(flag, place, say);
      if (rname !== "" && rname !== "*") checkName(rname, "RNAME", header, place, say);
      if (rnext !== "" && rnext !== "*" && rnext !== "=") checkName(rnext, "RNEXT", header, place, say);
      if (seq !== "" && !/^(?:\*|[A-Za-z=.]+)$/.test(seq)) say("sam-seq", place, "SEQ", seq);
      checkQuality(seq, qual, place, say);
      const cigar = cigarText === "*" || cigarText === "" ? null : cigarIn(cigarText);
      if (cigarText !== "*" && cigarText !== "") {
        if (!cigar) say("sam-cigar", place, "CIGAR", cigarText);
        else checkCigar(cigar, cigarText, seq, place, say);
      }
      if (flag !== null && pos !== null) checkPlace({ flag, pos, rname, cigar, header, place, say });
      if (header.order === "coordinate" && pos !== null) seeOrder(rname, pos, place);
      if (fields.length > 11) checkTags(fields, { seq, isReversed: flag !== null && (flag & 0x10) !== 0, header, place, say });
    },
  };
}
type Fixed = [string, string, string, string, string, string, string, string, string, string, string];
type WholeRule = "sam-flag" | "sam-pos" | "sam-mapq" | "sam-pnext" | "sam-tlen";

/** Null: it is none, which is told; an empty field is told before. */
function whole(
  text: string,
  rule: WholeRule,
  field: string,
  least: number,
  largest: number,
  place: Place,
  say: Say,
): number | null {
  if (text === "") return null;
  const value = /^[-+]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= largest)) {
    say(rule, place, field, text);
    return null;
  }
  if (/^[-+]?0\d/.test(text)) say("sam-leading-zero", place, field, text);
  return value;
}

const known = 0xfff;
const ofPairs = 0x2 | 0x8 | 0x20 | 0x40 | 0x80;

function checkFlag(flag: number, place: Place, say: Say): void {
  if ((flag & ~known) !== 0) say("sam-flag-bits", place, "FLAG", `0x${flag.toString(16)}`);
  if ((flag & 1) === 0 && (flag & ofPairs) !== 0) say("sam-flag-pair", place, "FLAG", `0x${flag.toString(16)}`);
}

function checkName(name: string, field: "RNAME" | "RNEXT", header: SamHeader, place: Place, say: Say): void {
  const [form, declared] =
    field === "RNAME" ? (["sam-rname", "sam-rname-declared"] as const) : (["sam-rnext", "sam-rnext-declared"] as const);
  if (!isName(name)) return say(form, place, field, name);
  if (header.references.size > 0 && !header.references.has(name)) say(declared, place, field, name);
}

function checkQuality(seq: string, qual: string, place: Place, say: Say): void {
  if (qual === "" || qual === "*") return;
  if (!/^[!-~]+$/.test(qual)) return say("sam-qual", place, "QUAL", qual);
  if (seq === "*") return say("sam-qual-alone", place, "QUAL", qual);
  if (seq !== "" && seq.length !== qual.length)
    say("sam-qual-length", place, "QUAL", String(qual.length), { params: { expected: seq.length } });
}

function checkCigar(cigar: Cigar, text: string, seq: string, place: Place, say: Say): void {
  if (!cigar.isClippedAtEnds) say("sam-cigar-clip", place, "CIGAR", text);
  if (cigar.hasZero) say("sam-cigar-zero", place, "CIGAR", text);
  if (seq !== "*" && seq !== "" && cigar.query !== seq.length)
    say("sam-cigar-length", place, "CIGAR", text, { params: { expected: seq.length, found: cigar.query } });
}

interface Placed {
  readonly flag: number;
  readonly pos: number;
  readonly rname: string;
  readonly cigar: Cigar | null;
  readonly header: SamHeader;
  readonly place: Place;
  readonly say: Say;
}

/** Of an unmapped read nothing can be assumed (§1.4, FLAG). */
function checkPlace({ flag, pos, rname, cigar, header, place, say }: Placed): void {
  if ((flag & 4) !== 0) return;
  if (rname === "*") return say("sam-rname-mapped", place, "RNAME", rname);
  if (pos === 0) return say("sam-pos-mapped", place, "POS", "0");
  const of = header.references.get(rname);
  if (!of || of.length === null) return;
  const end = pos + Math.max(1, cigar?.reference ?? 1) - 1;
  if (pos > of.length || (end > of.length && !of.isCircular))
    say("sam-pos-length", place, "POS", `${rname}:${pos}-${end}`, { params: { length: String(of.length) } });
}

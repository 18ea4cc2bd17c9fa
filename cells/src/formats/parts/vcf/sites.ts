// The sites of a VCF, one for each alternative of a record, as columns (VCF 4.3 §1.6.1). Reference blocks of a gVCF (only <NON_REF> or
// <*>, or no alternative and an END; VCF 4.3 §5.5) are left out unless they are wanted.

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { tableOf, uniquelyNamed } from "../../../artifacts/table.ts";
import { longer, type Room } from "../delimited/grown-arrays.ts";
import { NumberCells, TextCells } from "./cells.ts";
import type { KeptAlleles, Met } from "./genotypes.ts";
import type { VcfHeader } from "./header.ts";
import { InfoColumns } from "./info.ts";
import { wholeNumber } from "./number-bytes.ts";
import { words } from "./words.ts";

const comma = 44;
const dot = 46;
const decoder = new TextDecoder();
const encoder = new TextEncoder();
/** For whatever was not seen, as GATK and the standard write it. */
const unseen = ["<NON_REF>", "<*>", "<X>"];
const noAlleles: readonly number[] = [0];
const firstAllele: readonly number[] = [1];
/** Repeats of many lengths have some hundred; each becomes a site with a cell for every sample. */
const mostAlternatives = 1000;

export class Sites {
  rows = 0;
  readonly info: InfoColumns;
  readonly split: Met = { line: 0, count: 0 };
  readonly blocks: Met = { line: 0, count: 0 };
  /** Records with <NON_REF> or <*> beside alternatives. */
  readonly open: Met = { line: 0, count: 0 };
  readonly repeated: Met & { site: string } = { line: 0, count: 0, site: "" };
  readonly header: VcfHeader;
  readonly keepsBlocks: boolean;
  private readonly id: TextCells;
  private readonly chromosome: TextCells;
  private readonly position: NumberCells;
  private readonly name: TextCells;
  private readonly ref: TextCells;
  private readonly alt: TextCells;
  private readonly quality: NumberCells;
  private readonly filter: TextCells;
  private lines = new Int32Array(1024);
  private readonly room: Room;
  private scratch = new Uint8Array(1024);

  constructor(header: VcfHeader, keepsBlocks: boolean, room: Room) {
    this.header = header;
    this.keepsBlocks = keepsBlocks;
    this.room = room;
    this.info = new InfoColumns(header, room);
    const text = (): TextCells => new TextCells(room);
    [this.id, this.chromosome, this.name, this.ref, this.alt, this.filter] = [text(), text(), text(), text(), text(), text()];
    this.position = new NumberCells(true, room);
    this.quality = new NumberCells(false, room);
  }

  lineOf(row: number): number {
    return this.lines[row] ?? 0;
  }

  /** The rows that a record becomes; null: it is left out. `tabs`: where those behind its first columns stand. */
  put(bytes: Uint8Array, start: number, tabs: Int32Array, info: number, infoEnd: number, line: number): KeptAlleles | null {
    const [altStart, altEnd] = [(tabs[3] as number) + 1, tabs[4] as number];
    const isOne = altEnd - altStart === 1 && bytes[altStart] !== dot;
    const alts = isOne ? null : altsIn(bytes, altStart, altEnd);
    if (alts !== null && alts.length > mostAlternatives)
      words.fail("too-many-alternatives", { line, count: alts.length, most: mostAlternatives });
    const alternatives = isOne ? 1 : (alts as readonly Alternative[]).length;
    let alleles = isOne ? firstAllele : alternatives === 0 ? noAlleles : this.ownOf(alts as readonly Alternative[], line);
    const isBlock = alleles.length === 0 || (alternatives === 0 && hasEnd(bytes, info, infoEnd));
    if (isBlock) {
      if (this.blocks.count++ === 0) this.blocks.line = line;
      if (!this.keepsBlocks) return null;
      if (alleles.length === 0) alleles = firstAllele;
    }
    const row = this.rows;
    this.rows += alleles.length;
    if (alleles.length > 1 && this.split.count++ === 0) this.split.line = line;
    for (let nth = 0; nth < alleles.length; nth++) {
      const allele = alleles[nth] as number;
      const alt = alts?.[allele - 1];
      const [from, to] = isOne ? [altStart, altEnd] : alt ? [alt.start, alt.end] : [altStart, altStart];
      this.site(bytes, start, tabs, from, to, row + nth, line);
    }
    const record = {
      ref: alternatives > 1 ? decoder.decode(bytes.subarray((tabs[2] as number) + 1, tabs[3])) : "",
      alts:
        alternatives > 1
          ? (alts as readonly Alternative[]).map(({ start: from, end }) => decoder.decode(bytes.subarray(from, end)))
          : alternatives === 1
            ? one
            : none,
      rows: alleles.map((alt, nth) => ({ row: row + nth, alt })),
    };
    this.info.put(bytes, info, infoEnd, record, line);
    return { row, alleles, alternatives };
  }

  /** Those that are alternatives of their own. */
  private ownOf(alts: readonly Alternative[], line: number): readonly number[] {
    const own = alts.flatMap(({ isUnseen }, at) => (isUnseen ? [] : [at + 1]));
    if (own.length < alts.length && own.length > 0 && this.open.count++ === 0) this.open.line = line;
    return own;
  }

  private site(
    bytes: Uint8Array,
    start: number,
    tabs: Int32Array,
    altStart: number,
    altEnd: number,
    row: number,
    line: number,
  ): void {
    const [t0, t1, t2, t3, t4, t5] = [tabs[0], tabs[1], tabs[2], tabs[3], tabs[4], tabs[5]] as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (row >= this.lines.length) this.lines = longer(this.lines, this.room(row + 1));
    this.lines[row] = line;
    const position = wholeNumber(bytes, t0 + 1, t1);
    if (Number.isNaN(position) || position < 0)
      words.fail("position", { line, found: decoder.decode(bytes.subarray(t0 + 1, Math.min(t1, t0 + 40))) });
    this.position.set(row, position);
    this.chromosome.put(row, bytes, start, t0);
    put(this.name, row, bytes, t1 + 1, t2);
    put(this.ref, row, bytes, t2 + 1, t3);
    put(this.alt, row, bytes, altStart, altEnd);
    const filterEnd = tabs[6] as number;
    const qualityStart = t4 + 1;
    if (!isDot(bytes, qualityStart, t5)) this.quality.put(row, bytes, qualityStart, t5);
    put(this.filter, row, bytes, t5 + 1, filterEnd);
    this.identify(bytes, [start, t0, t0 + 1, t1, t2 + 1, t3, altStart, altEnd], row, line);
  }

  /** chr:pos:ref:alt; one that was there before gets a number. */
  private identify(bytes: Uint8Array, parts: readonly number[], row: number, line: number): void {
    let length = 3;
    for (let at = 0; at < 8; at += 2) length += (parts[at + 1] as number) - (parts[at] as number);
    if (length + 1 > this.scratch.length) this.scratch = new Uint8Array(length * 2);
    const { scratch } = this;
    let to = 0;
    for (let at = 0; at < 8; at += 2) {
      if (at > 0) scratch[to++] = 58;
      for (let from = parts[at] as number; from < (parts[at + 1] as number); from++) scratch[to++] = bytes[from] as number;
    }
    if (parts[6] === parts[7]) scratch[to++] = dot;
    const before = this.id.count;
    const code = this.id.putCopied(row, scratch, 0, to);
    if (code === before) return;
    const site = decoder.decode(scratch.subarray(0, to));
    if (this.repeated.count++ === 0) Object.assign(this.repeated, { line, site });
    for (let n = this.nextOf.get(site) ?? 2; ; n++) {
      const known = this.id.count;
      const numbered = encoder.encode(`${site}#${n}`);
      if (this.id.putCopied(row, numbered, 0, numbered.length) !== known) continue;
      this.nextOf.set(site, n + 1);
      return;
    }
  }
  private readonly nextOf = new Map<string, number>();

  table(): Table {
    const { rows } = this;
    const lineOf = (row: number): number => this.lineOf(row);
    const base: Column[] = [
      this.id.column("site", rows, lineOf, { semantic: "identifier" }),
      this.chromosome.column("chromosome", rows, lineOf, { semantic: "chromosome" }),
      this.position.column("position", rows, { semantic: "position", origin: 1 }),
      this.name.column("id", rows, lineOf),
      this.ref.column("ref", rows, lineOf, { semantic: "allele" }),
      this.alt.column("alt", rows, lineOf, { semantic: "allele" }),
      this.quality.column("quality", rows, { semantic: "score" }),
      this.filter.column("filter", rows, lineOf, { semantic: "category" }),
    ];
    const info = this.info.columns(rows, lineOf, new Set([...base.map(({ name }) => name.toLowerCase()), "end"]));
    const end = info.filter(({ semantic }) => semantic === "end");
    const others = info.filter(({ semantic }) => semantic !== "end");
    return tableOf(...uniquelyNamed([...base.slice(0, 3), ...end, ...base.slice(3), ...others], "_"));
  }

  /** Qualities that are no numbers. */
  get oddQuality(): NumberCells["odd"] {
    return this.quality.odd;
  }
}

const one: readonly string[] = [""];
const none: readonly string[] = [];

interface Alternative {
  readonly start: number;
  readonly end: number;
  readonly isUnseen: boolean;
}

function altsIn(bytes: Uint8Array, start: number, end: number): readonly Alternative[] {
  if (end === start || (end - start === 1 && bytes[start] === dot)) return [];
  const alts: Alternative[] = [];
  for (let at = start; at <= end; ) {
    let to = at;
    while (to < end && bytes[to] !== comma) to++;
    const isUnseen = bytes[at] === 60 && to - at <= 9 && unseen.includes(decoder.decode(bytes.subarray(at, to)));
    alts.push({ start: at, end: to, isUnseen });
    at = to + 1;
  }
  return alts;
}

const isDot = (bytes: Uint8Array, start: number, end: number): boolean =>
  end <= start || (end - start === 1 && bytes[start] === dot);

function put(cells: TextCells, row: number, bytes: Uint8Array, start: number, end: number): void {
  if (!isDot(bytes, start, end)) cells.put(row, bytes, start, end);
}

/** "END=" at the beginning of a field of INFO. */
function hasEnd(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at + 4 < end; at++) {
    if (bytes[at] !== 69 || bytes[at + 1] !== 78 || bytes[at + 2] !== 68 || bytes[at + 3] !== 61) continue;
    if (at === start || bytes[at - 1] === 59) return true;
  }
  return false;
}

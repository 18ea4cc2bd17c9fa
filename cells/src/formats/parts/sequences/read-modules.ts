// What FastQC asks of reads beside what stands in quality-summary.ts: how many are copies, whether adapters are in them, qualities by the
// tile of a flow cell, and the distribution of G and C. In one pass with flat memory; the numbers are those of FastQC 0.11.9.

import type { FastqRecord } from "./fastq-records.ts";

/** Twelve letters by which FastQC knows an adapter (its adapter_list.txt; Illumina's and SOLiD's documents). */
export const adapters = [
  { name: "Illumina Universal Adapter", letters: "AGATCGGAAGAG" },
  { name: "Illumina Small RNA 3' Adapter", letters: "TGGAATTCTCGG" },
  { name: "Illumina Small RNA 5' Adapter", letters: "GATCGTCGGACT" },
  { name: "Nextera Transposase Sequence", letters: "CTGTCTCTTATA" },
  { name: "SOLID Small RNA Adapter", letters: "CGCCTTGGCCGT" },
] as const;
export const adapterLength = 12;

/** Reads that differ are kept up to here; later ones count where they are equal to a kept one. */
const mostKept = 100_000;
/** Longer reads are compared by their beginning: errors pile up at their ends. */
const wholeUpTo = 75;
const beginning = 50;

/** Positions that are looked at for adapters and tiles; reads of a sequencer with adapters and tiles are shorter. */
export const mostPositions = 1000;
const mostTiles = 2500;
/** Of tiles every tenth read is counted. */
const everyTenth = 10;

/** 0 to 3 of A, C, G, T; 4: another letter. Small letters are as large ones. */
const codeOfByte = new Uint8Array(256).fill(4);
for (const [code, letter] of ["A", "C", "G", "T"].entries())
  for (const one of [letter, letter.toLowerCase()]) codeOfByte[one.charCodeAt(0)] = code;
const upper = (byte: number): number => (byte >= 97 && byte <= 122 ? byte - 32 : byte);

const wordMask = 4 ** adapterLength - 1;
const adapterWords = adapters.map(({ letters }) =>
  [...letters].reduce((word, letter) => word * 4 + (codeOfByte[letter.charCodeAt(0)] as number), 0),
);
/** By the last six letters, so that nearly every position is passed over by one look. */
const isEnd = new Uint8Array(4096);
for (const word of adapterWords) isEnd[word & 4095] = 1;

export interface TileQualities {
  /** Positions that have any. */
  readonly used: number;
  readonly counts: Uint32Array;
  readonly sums: Float64Array;
}

/** Plain counts. */
export interface ReadModules {
  readonly reads: number;
  readonly longest: number;
  /** Of reads that are equal: how many sets there are of each size. */
  readonly copies: ReadonlyMap<number, number>;
  /** Reads that had come when no further one was kept. */
  readonly seenWhenFull: number;
  /** The size of the largest set. */
  readonly most: number;
  /** Of each adapter: at how many reads it begins first at a position; the last place is all beyond. */
  readonly adapters: readonly Uint32Array[];
  /** By the number of a tile; null: names of reads say none. */
  readonly tiles: ReadonlyMap<number, TileQualities> | null;
  /** By the share of G and C, 0..100, as FastQC spreads it over the shares that a length can have. */
  readonly gc: Float64Array;
}

export class ReadModuleCounts {
  private reads = 0;
  private longest = 0;
  private readonly kept = new KeptReads();
  private readonly starts = adapters.map(() => new Uint32Array(mostPositions + 1));
  private readonly gc = new Float64Array(101);
  private readonly claims = new Map<number, Float64Array>();
  private tiles: Map<number, { used: number; counts: Uint32Array; sums: Float64Array }> | null = new Map();
  /** Which part of the names, between colons, is the tile. */
  private tilePart = -1;

  add(record: FastqRecord): void {
    this.reads += 1;
    if (record.length > this.longest) this.longest = record.length;
    this.kept.add(record, this.reads);
    this.lookForAdapters(record);
    this.countGc(record);
    if (this.tiles) this.countTile(record);
  }

  private lookForAdapters({ bytes, sequenceStart, length }: FastqRecord): void {
    let [word, known, found] = [0, 0, 0];
    for (let at = 0; at < length; at++) {
      const code = codeOfByte[bytes[sequenceStart + at] as number] as number;
      if (code === 4) {
        known = 0;
        continue;
      }
      word = ((word << 2) | code) & wordMask;
      known += 1;
      if (isEnd[word & 4095] === 0 || known < adapterLength) continue;
      const which = adapterWords.indexOf(word);
      if (which < 0 || (found & (1 << which)) !== 0) continue;
      found |= 1 << which;
      const starts = this.starts[which] as Uint32Array;
      const from = Math.min(at - adapterLength + 1, mostPositions);
      starts[from] = (starts[from] as number) + 1;
    }
  }

  /** Of long reads the beginning, so that there are few lengths (hundreds, thousands). */
  private countGc({ bytes, sequenceStart, length: whole }: FastqRecord): void {
    const length = whole > 1000 ? whole - (whole % 1000) : whole > 100 ? whole - (whole % 100) : whole;
    if (length === 0) return;
    let count = 0;
    for (let at = 0; at < length; at++) {
      const code = codeOfByte[bytes[sequenceStart + at] as number];
      if (code === 1 || code === 2) count += 1;
    }
    let claims = this.claims.get(length);
    if (!claims) {
      claims = claimsOf(length);
      this.claims.set(length, claims);
    }
    const [low, high] = sharesOf(count, length);
    for (let share = low; share <= high; share++) this.gc[share] = (this.gc[share] as number) + 1 / (claims[share] as number);
  }

  private countTile({ bytes, titleStart, titleEnd, qualityStart, length }: FastqRecord): void {
    const { tiles } = this;
    if (!tiles || this.reads % everyTenth !== 0) return;
    if (this.tilePart < 0) {
      let colons = 0;
      for (let at = titleStart; at < titleEnd; at++) if (bytes[at] === 58) colons += 1;
      this.tilePart = colons >= 6 ? 4 : colons >= 4 ? 2 : -1;
    }
    const number = this.tilePart < 0 ? -1 : numberBetween(bytes, titleStart, titleEnd, this.tilePart);
    if (number < 0 || (!tiles.has(number) && tiles.size >= mostTiles)) {
      this.tiles = null;
      return;
    }
    const end = Math.min(length, mostPositions);
    let tile = tiles.get(number);
    if (!tile || tile.counts.length < end) {
      const size = Math.max(end, 160, tile ? mostPositions : 0);
      const larger = { used: 0, counts: new Uint32Array(size), sums: new Float64Array(size) };
      if (tile) {
        larger.counts.set(tile.counts);
        larger.sums.set(tile.sums);
        larger.used = tile.used;
      }
      tile = larger;
      tiles.set(number, tile);
    }
    tile.used = Math.max(tile.used, end);
    const { counts, sums } = tile;
    for (let at = 0; at < end; at++) {
      counts[at] = (counts[at] as number) + 1;
      sums[at] = (sums[at] as number) + (bytes[qualityStart + at] as number);
    }
  }

  finish(): ReadModules {
    const { copies, most, seenWhenFull } = this.kept.finish();
    const { reads, longest, gc, starts, tiles } = this;
    return { reads, longest, copies, most, seenWhenFull, adapters: starts, tiles: tiles && tiles.size > 0 ? tiles : null, gc };
  }
}

/** Shares, in whole per cent, that so many of a length may be, each half a letter to either side. */
function sharesOf(count: number, length: number): readonly [number, number] {
  const low = Math.max(0, count - 0.5);
  const high = Math.min(length, count + 0.5);
  return [Math.round((low * 100) / length), Math.round((high * 100) / length)];
}

/** How many counts may be each share. */
function claimsOf(length: number): Float64Array {
  const claims = new Float64Array(101);
  for (let count = 0; count <= length; count++) {
    const [low, high] = sharesOf(count, length);
    for (let share = low; share <= high; share++) claims[share] = (claims[share] as number) + 1;
  }
  return claims;
}

/** The whole number that stands between colons; -1: there is none. */
function numberBetween(bytes: Uint8Array, start: number, end: number, part: number): number {
  let at = start;
  for (let nth = 0; nth < part; nth++) {
    while (at < end && bytes[at] !== 58) at++;
    at++;
  }
  let [value, digits] = [0, 0];
  for (; at < end && bytes[at] !== 58; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9 || digits >= 9) return -1;
    value = value * 10 + digit;
    digits += 1;
  }
  return digits === 0 ? -1 : value;
}

/** The first reads that differ, their letters in one array of bytes, found by a hash of them. */
class KeptReads {
  private slots = new Int32Array(1 << 12).fill(-1);
  private hashes = new Int32Array(1 << 11);
  private starts = new Uint32Array(1 << 11);
  private counts = new Float64Array(1 << 11);
  private letters = new Uint8Array(1 << 17);
  private used = 0;
  private end = 0;
  private seen = 0;

  add({ bytes, sequenceStart, length: whole }: FastqRecord, reads: number): void {
    const length = whole > wholeUpTo ? beginning : whole;
    // FNV-1a.
    let hash = 0x811c9dc5;
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ upper(bytes[sequenceStart + at] as number), 0x01000193);
    hash = Math.imul(hash ^ length, 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    const isFull = this.used === mostKept;
    let slot = hash & mask;
    for (; ; slot = (slot + 1) & mask) {
      const nth = this.slots[slot] as number;
      if (nth < 0) break;
      if (this.hashes[nth] !== hash || !this.isEqual(nth, bytes, sequenceStart, length)) continue;
      this.counts[nth] = (this.counts[nth] as number) + 1;
      if (!isFull) this.seen = reads;
      return;
    }
    if (isFull) return;
    this.seen = reads;
    if (this.used === this.counts.length) this.grow();
    const nth = this.used++;
    if (this.end + length > this.letters.length) this.letters = copied(this.letters, this.letters.length * 2);
    for (let at = 0; at < length; at++) this.letters[this.end + at] = upper(bytes[sequenceStart + at] as number);
    this.starts[nth] = this.end;
    this.end += length;
    this.hashes[nth] = hash;
    this.counts[nth] = 1;
    this.put(nth);
  }

  private isEqual(nth: number, bytes: Uint8Array, start: number, length: number): boolean {
    const from = this.starts[nth] as number;
    const end = nth + 1 < this.used ? (this.starts[nth + 1] as number) : this.end;
    if (end - from !== length) return false;
    for (let at = 0; at < length; at++) if (this.letters[from + at] !== upper(bytes[start + at] as number)) return false;
    return true;
  }

  private put(nth: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.hashes[nth] as number) & mask;
    while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.slots[slot] = nth;
  }

  private grow(): void {
    const size = this.counts.length * 2;
    this.hashes = copied(this.hashes, size);
    this.starts = copied(this.starts, size);
    this.counts = copied(this.counts, size);
    this.slots = new Int32Array(size * 2).fill(-1);
    for (let nth = 0; nth < this.used; nth++) this.put(nth);
  }

  finish(): Pick<ReadModules, "copies" | "most" | "seenWhenFull"> {
    const copies = new Map<number, number>();
    let most = 0;
    for (let nth = 0; nth < this.used; nth++) {
      const count = this.counts[nth] as number;
      copies.set(count, (copies.get(count) ?? 0) + 1);
      if (count > most) most = count;
    }
    return { copies, most, seenWhenFull: this.seen };
  }
}

function copied<T extends Int32Array | Uint32Array | Float64Array | Uint8Array>(from: T, size: number): T {
  const into = new (from.constructor as new (length: number) => T)(size);
  into.set(from);
  return into;
}

// Indexes of places in files of blocks: BAI (SAM specification 1.6, section 5.2), CSI (CSIv1) and TBI (Tabix specification).
// Each answers between which places of the file the records of a stretch of a sequence stand. Counts in it are held against
// its own length, so that one that lies takes no memory.

import type { ByteSource } from "../../../base/byte-source.ts";
import type { KeyOf } from "../../../messages/define-words.ts";
import { unpackedWhole, type VirtualOffset } from "./blocks.ts";
import { words } from "./words.ts";

export interface Chunk {
  readonly from: VirtualOffset;
  readonly to: VirtualOffset;
}

/** How lines of text are taken apart (Tabix specification): columns from 1, 0 where there is none. */
export interface TextColumns {
  readonly format: "generic" | "sam" | "vcf";
  /** Positions count from 0, ends are exclusive. */
  readonly zeroBased: boolean;
  readonly sequence: number;
  readonly begin: number;
  readonly end: number;
  readonly comment: string;
  readonly skip: number;
  /** Of the sequences, in the order of the index. */
  readonly names: readonly string[];
}

interface Reference {
  /** Bin number -> from, to, from, to ... */
  readonly bins: ReadonlyMap<number, Float64Array>;
  /** Of CSI: the least place of each bin. */
  readonly least: ReadonlyMap<number, VirtualOffset> | null;
  /** Of BAI and TBI: the least place of each 16,384 bases. */
  readonly linear: Float64Array | null;
  readonly mapped: number | null;
  readonly unmapped: number | null;
}

export interface PlacesIndex {
  readonly kind: "bai" | "csi" | "tbi";
  readonly sequences: number;
  readonly text: TextColumns | null;
  /** Records of a sequence, as the program that made it counted them; null: it did not. */
  counts(sequence: number): { readonly mapped: number; readonly unmapped: number } | null;
  /** Stretches of the file, apart and in order, that hold all records of [start, end). */
  chunks(sequence: number, start: number, end: number): readonly Chunk[];
  /** Null: it has no records. */
  marks(sequence: number): Marks | null;
}

/** Where in the file the records of a sequence stand, as far as its index tells it. */
export interface Marks {
  /** Bases between two marks. */
  readonly window: number;
  /** Numbers of windows, ascending; such without records may be missing. */
  readonly windows: ArrayLike<number>;
  /** The least place of the records that overlap each of them. */
  readonly places: ArrayLike<VirtualOffset>;
  /** Where the last of them ends, and behind which base it does not lie. */
  readonly end: VirtualOffset;
  readonly last: number;
}

/** Of 16,384 bases: BAI and TBI know no sequence above 2^29. */
const mostWindows = 1 << 15;
/** The index of a whole human genome is 9 MB. */
const largestIndex = 1 << 28;

export async function readPlacesIndex(source: ByteSource, index: string): Promise<PlacesIndex> {
  const first = await source.read(0, Math.min(source.size, 4));
  const isPacked = first[0] === 0x1f && first[1] === 0x8b;
  if (source.size > largestIndex) words.fail("index-unknown", { index });
  const bytes = isPacked ? await unpackedWhole(source, index, largestIndex) : await source.read(0, source.size);
  const reader = new IndexReader(bytes, index);
  const magic = reader.magic();
  if (magic === "BAI\u0001") return indexOf(reader, "bai", 14, 5, null);
  if (magic === "TBI\u0001") {
    const sequences = reader.count(8);
    const text = textColumns(reader);
    return indexOf(reader, "tbi", 14, 5, text, sequences);
  }
  if (magic !== "CSI\u0001") return words.fail("index-unknown", { index });
  const shift = reader.int();
  const depth = reader.int();
  if (shift < 1 || shift > 30 || depth < 0 || depth > 10) reader.fail("what-counts");
  const extra = reader.count(1);
  const after = reader.at + extra;
  const text = extra >= 28 ? textColumns(reader) : null;
  reader.at = after;
  return indexOf(reader, "csi", shift, depth, text);
}

function textColumns(reader: IndexReader): TextColumns {
  const format = reader.int();
  const [sequence, begin, end, comment, skip] = [reader.int(), reader.int(), reader.int(), reader.int(), reader.int()] as const;
  const length = reader.count(1);
  const names = new TextDecoder().decode(reader.take(length)).split("\0").slice(0, -1);
  return {
    format: (format & 0xffff) === 2 ? "vcf" : (format & 0xffff) === 1 ? "sam" : "generic",
    zeroBased: (format & 0x10000) !== 0,
    sequence,
    begin,
    end,
    comment: String.fromCharCode(comment & 0xff),
    skip,
    names,
  };
}

function indexOf(
  reader: IndexReader,
  kind: PlacesIndex["kind"],
  shift: number,
  depth: number,
  text: TextColumns | null,
  counted?: number,
): PlacesIndex {
  const sequences = counted ?? reader.count(kind === "csi" ? 4 : 8);
  /** Of the bin that holds counts and no records. */
  const pseudo = ((1 << ((depth + 1) * 3)) - 1) / 7 + 1;
  const references: Reference[] = [];
  for (let at = 0; at < sequences; at++) references.push(referenceOf(reader, kind === "csi", pseudo));
  return {
    kind,
    sequences,
    text,
    counts: (sequence) => {
      const found = references[sequence];
      if (!found || found.mapped === null || found.unmapped === null) return null;
      return { mapped: found.mapped, unmapped: found.unmapped };
    },
    chunks: (sequence, start, end) => {
      const found = references[sequence];
      return found ? chunksOf(found, start, end, shift, depth) : [];
    },
    marks: (sequence) => {
      const found = references[sequence];
      return found ? marksOf(found, shift, depth) : null;
    },
  };
}

function referenceOf(reader: IndexReader, isCsi: boolean, pseudo: number): Reference {
  const bins = new Map<number, Float64Array>();
  const least = isCsi ? new Map<number, VirtualOffset>() : null;
  let mapped: number | null = null;
  let unmapped: number | null = null;
  for (let left = reader.count(isCsi ? 16 : 8); left > 0; left--) {
    const bin = reader.int() >>> 0;
    const lowest = least ? reader.offset() : 0;
    const count = reader.count(16);
    if (bin === pseudo) {
      reader.take(16);
      mapped = count > 1 ? reader.long() : null;
      unmapped = count > 1 ? reader.long() : null;
      if (count > 2) reader.take((count - 2) * 16);
      continue;
    }
    least?.set(bin, lowest);
    const places = new Float64Array(count * 2);
    for (let at = 0; at < places.length; at++) places[at] = reader.offset();
    bins.set(bin, places);
  }
  if (isCsi) return { bins, least, linear: null, mapped, unmapped };
  const linear = new Float64Array(reader.count(8));
  for (let at = 0; at < linear.length; at++) linear[at] = reader.offset();
  return { bins, least, linear, mapped, unmapped };
}

/** Of BAI and TBI the linear index; in CSI each bin has what that would hold at its first window (CSIv1, loffset). */
function marksOf({ bins, least, linear }: Reference, shift: number, depth: number): Marks | null {
  const window = 2 ** shift;
  const found = new Map<number, VirtualOffset>();
  let [end, last] = [0, 0];
  for (const [bin, places] of bins) {
    let [level, first] = [0, 0];
    for (; level < depth && bin >= first + 8 ** level; level++) first += 8 ** level;
    const span = 8 ** (depth - level);
    const begins = (bin - first) * span;
    const at = least?.get(bin) ?? 0;
    if (at > 0) found.set(begins, at);
    for (let nth = 1; nth < places.length; nth += 2) {
      if ((places[nth] as number) < end) continue;
      const to = (begins + span) * window;
      last = places[nth] === end ? Math.min(last, to) : to;
      end = places[nth] as number;
    }
  }
  if (end === 0) return null;
  linear?.subarray(0, mostWindows).forEach((at, window) => at > 0 && found.set(window, at));
  if (linear) last = Math.min(linear.length, mostWindows) * window;
  const windows = [...found.keys()].sort((a, b) => a - b);
  return { window, windows, places: windows.map((at) => found.get(at) ?? 0), end, last };
}

/** Bins that may hold records which overlap (section 5.3, reg2bins), what lies before the first of them left out, and what touches joined. */
function chunksOf(
  { bins, least, linear }: Reference,
  start: number,
  end: number,
  shift: number,
  depth: number,
): readonly Chunk[] {
  const span = 2 ** (shift + depth * 3);
  const last = Math.min(end, span) - 1;
  if (last < start) return [];
  const from = linear ? leastOfWindow(linear, start) : leastOfBins(least, start, shift, depth);
  const found: Chunk[] = [];
  for (let level = 0, first = 0, bits = shift + depth * 3; level <= depth; level++, bits -= 3) {
    const lowest = first + Math.floor(start / 2 ** bits);
    const highest = first + Math.floor(last / 2 ** bits);
    for (let bin = lowest; bin <= highest; bin++) {
      const places = bins.get(bin);
      for (let at = 0; places && at < places.length; at += 2) {
        const [begins, ends] = [places[at] as number, places[at + 1] as number];
        if (ends > from) found.push({ from: Math.max(begins, from), to: ends });
      }
    }
    first += 8 ** level;
  }
  return joinedChunks(found);
}

function leastOfWindow(linear: Float64Array, start: number): VirtualOffset {
  // Windows without records hold 0: what stands before them counts.
  for (let at = Math.min(linear.length - 1, start >> 14); at >= 0; at--) if (linear[at]) return linear[at] as number;
  return 0;
}

function leastOfBins(
  least: ReadonlyMap<number, VirtualOffset> | null,
  start: number,
  shift: number,
  depth: number,
): VirtualOffset {
  let first = (8 ** depth - 1) / 7;
  for (let level = depth; level >= 0; level--) {
    const found = least?.get(first + Math.floor(start / 2 ** (shift + (depth - level) * 3)));
    if (found !== undefined) return found;
    first = (first - 1) / 8;
  }
  return 0;
}

/** Stretches with less than a block between them are read as one: no record is met twice. */
function joinedChunks(chunks: readonly Chunk[]): readonly Chunk[] {
  const joined: { from: VirtualOffset; to: VirtualOffset }[] = [];
  for (const { from, to } of chunks.toSorted((a, b) => a.from - b.from)) {
    const before = joined.at(-1);
    if (before && from <= before.to + 65536 * 65536) before.to = Math.max(before.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** Little-endian numbers, none behind the end. */
class IndexReader {
  at = 0;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly index: string;
  constructor(bytes: Uint8Array, index: string) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.index = index;
  }

  fail(what: KeyOf<typeof words> & `what-${string}`): never {
    return words.fail("index-broken", { index: this.index, what: { ...words.sentence(what) } });
  }

  magic(): string {
    return this.bytes.length < 4 ? "" : String.fromCharCode(...this.take(4));
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) this.fail("what-cut");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  int(): number {
    this.take(4);
    return this.view.getInt32(this.at - 4, true);
  }

  /** Of things that take so many bytes each: no more than there are bytes left for. */
  count(bytesOfOne: number): number {
    const count = this.int();
    if (count < 0 || count * bytesOfOne > this.bytes.length - this.at) this.fail("what-counts");
    return count;
  }

  long(): number {
    this.take(8);
    return this.view.getUint32(this.at - 8, true) + this.view.getUint32(this.at - 4, true) * 2 ** 32;
  }

  offset(): VirtualOffset {
    const offset = this.long();
    if (offset > Number.MAX_SAFE_INTEGER) words.fail("index-too-far", { name: this.index });
    return offset;
  }
}

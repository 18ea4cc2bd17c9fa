// bigWig and bigBed (Kent et al., Bioinformatics 2010, supplement): the header, the tree of sequences, and the sections in
// which a place lies. What it says of its own places and lengths is held against its size, and a tree that leads in a circle
// ends.

import type { ByteSource } from "../../../base/byte-source.ts";
import { joined } from "../../../base/joined-bytes.ts";
import { words } from "./words.ts";

export interface BbiFile {
  readonly kind: "bigwig" | "bigbed";
  readonly version: number;
  /** The lower byte of a number stands first. */
  readonly isLittle: boolean;
  /** Bases that a record of each zoom level sums up. */
  readonly zooms: readonly number[];
  /** In the order of their numbers in the file. */
  readonly contigs: readonly { readonly name: string; readonly id: number; readonly length: number }[];
  readonly summary: {
    readonly bases: number;
    readonly min: number;
    readonly max: number;
    readonly sum: number;
    readonly sumOfSquares: number;
  } | null;
  /** How the columns of a bigBed are called (autoSql); "" where it does not say. */
  readonly autoSql: string;
  readonly definedFields: number;
  /** Sections that overlap [start, end) of a sequence, unpacked, in order. */
  sections(id: number, start: number, end: number): AsyncIterable<BbiSection>;
  /** The same of a zoom level, by its number in `zooms`. */
  zoomed(level: number, id: number, start: number, end: number): AsyncIterable<BbiSection>;
}

export interface BbiSection {
  readonly view: DataView;
  /** Of how many it is which, from 0. */
  readonly nth: number;
  readonly of: number;
}

const magics: { readonly [magic: number]: BbiFile["kind"] } = { 0x888ffc26: "bigwig", 0x8789f2eb: "bigbed" };
const treeMagic = 0x78ca8c91;
const indexMagic = 0x2468ace0;
const mostContigs = 1_000_000;
/** No program writes larger sections. */
const largestSection = 1 << 26;
const mostNodes = 1 << 20;

export async function openBbi(source: ByteSource, name: string, signal?: AbortSignal): Promise<BbiFile> {
  const broken = (what: "what-cut" | "what-node" | "what-cycle" | "what-section" | "what-many", byte = 0): never =>
    words.fail("broken", { name, what: { ...words.sentence(what, { byte }) } });
  const bytes = async (at: number, length: number): Promise<DataView> => {
    signal?.throwIfAborted();
    if (!(at >= 0) || at + length > source.size) broken("what-cut", at);
    const found = await source.read(at, at + length);
    if (found.length < length) broken("what-cut", at);
    return new DataView(found.buffer, found.byteOffset, found.byteLength);
  };
  const head = await bytes(0, 64);
  const isLittle = magics[head.getUint32(0, true)] !== undefined;
  const kind = magics[head.getUint32(0, isLittle)] ?? broken("what-node");
  const u16 = (view: DataView, at: number): number => view.getUint16(at, isLittle);
  const u32 = (view: DataView, at: number): number => view.getUint32(at, isLittle);
  const u64 = (view: DataView, at: number): number =>
    isLittle ? u32(view, at) + u32(view, at + 4) * 2 ** 32 : u32(view, at) * 2 ** 32 + u32(view, at + 4);
  const version = u16(head, 4);
  if (version < 3) words.fail("old", { name, version });
  const zoomCount = u16(head, 6);
  const zoomHeads = await bytes(64, zoomCount * 24);
  const zooms = Array.from({ length: zoomCount }, (_, at) => u32(zoomHeads, at * 24));
  const [tree, index] = [u64(head, 8), u64(head, 24)];
  const [autoSqlAt, summaryAt, unpackedSize] = [u64(head, 36), u64(head, 44), u32(head, 52)];

  const contigs: { name: string; id: number; length: number }[] = [];
  const treeHead = await bytes(tree, 32);
  if (u32(treeHead, 0) !== treeMagic) broken("what-node", tree);
  const keySize = u32(treeHead, 8);
  if (keySize < 1 || keySize > 4096) broken("what-node", tree);
  let nodes = 0;
  const treeNode = async (at: number, depth: number): Promise<void> => {
    if (depth > 20 || ++nodes > mostNodes) broken("what-cycle");
    const node = await bytes(at, 4);
    const count = u16(node, 2);
    const isLeaf = node.getUint8(0) === 1;
    const size = keySize + 8;
    const items = await bytes(at + 4, count * size);
    for (let nth = 0; nth < count; nth++) {
      const from = nth * size;
      if (!isLeaf) {
        await treeNode(u64(items, from + keySize), depth + 1);
        continue;
      }
      const key = new Uint8Array(items.buffer, items.byteOffset + from, keySize);
      const end = key.indexOf(0);
      const called = new TextDecoder().decode(end < 0 ? key : key.subarray(0, end));
      contigs.push({ name: called, id: u32(items, from + keySize), length: u32(items, from + keySize + 4) });
      if (contigs.length > mostContigs) broken("what-many");
    }
  };
  await treeNode(tree + 32, 0);

  const summaryView = summaryAt > 0 ? await bytes(summaryAt, 40) : null;
  const f64 = (view: DataView, at: number): number => view.getFloat64(at, isLittle);
  const summary = summaryView && {
    bases: u64(summaryView, 0),
    min: f64(summaryView, 8),
    max: f64(summaryView, 16),
    sum: f64(summaryView, 24),
    sumOfSquares: f64(summaryView, 32),
  };
  const autoSql = autoSqlAt > 0 ? await textAt(source, autoSqlAt) : "";

  const blocksOf = async (index: number, id: number, start: number, end: number) => {
    const found: { readonly at: number; readonly size: number }[] = [];
    const indexHead = await bytes(index, 48);
    if (u32(indexHead, 0) !== indexMagic) broken("what-node", index);
    let seen = 0;
    const isBefore = (contig: number, base: number, other: number, otherBase: number): boolean =>
      contig < other || (contig === other && base <= otherBase);
    const node = async (at: number, depth: number): Promise<void> => {
      if (depth > 40 || ++seen > mostNodes) broken("what-cycle");
      const first = await bytes(at, 4);
      const isLeaf = first.getUint8(0) === 1;
      const count = u16(first, 2);
      const size = isLeaf ? 32 : 24;
      const items = await bytes(at + 4, count * size);
      for (let nth = 0; nth < count; nth++) {
        const from = nth * size;
        const isOut =
          isBefore(u32(items, from + 8), u32(items, from + 12), id, start) ||
          isBefore(id, end, u32(items, from), u32(items, from + 4));
        if (isOut) continue;
        const offset = u64(items, from + 16);
        if (isLeaf) found.push({ at: offset, size: u64(items, from + 24) });
        else await node(offset, depth + 1);
      }
    };
    await node(index + 48, 0);
    return found.sort((a, b) => a.at - b.at);
  };

  async function* sectionsOf(index: number, id: number, start: number, end: number): AsyncGenerator<BbiSection> {
    if (unpackedSize > largestSection) broken("what-section");
    const blocks = await blocksOf(index, id, start, end);
    for (const [nth, { at, size }] of blocks.entries()) {
      if (size > largestSection) broken("what-section", at);
      const packed = await bytes(at, size);
      const section = new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength);
      const plain = unpackedSize === 0 ? section : await inflated(section, unpackedSize).catch(() => null);
      if (plain === null) return broken("what-section", at);
      yield { view: new DataView(plain.buffer, plain.byteOffset, plain.byteLength), nth, of: blocks.length };
    }
  }

  return {
    kind,
    version,
    isLittle,
    zooms,
    contigs,
    summary,
    autoSql,
    definedFields: u16(head, 34),
    sections: (id, start, end) => sectionsOf(index, id, start, end),
    zoomed: (level, id, start, end) => sectionsOf(level < zoomCount ? u64(zoomHeads, level * 24 + 16) : 0, id, start, end),
  };
}

/** Up to its zero, 64 KB at most. */
async function textAt(source: ByteSource, at: number): Promise<string> {
  const bytes = await source.read(Math.min(at, source.size), Math.min(source.size, at + (1 << 16)));
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** Packed by zlib; more than it says is refused. */
async function inflated(packed: Uint8Array, most: number): Promise<Uint8Array> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > most) throw new RangeError("more than it says");
      pieces.push(next.value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return joined(pieces, size);
}

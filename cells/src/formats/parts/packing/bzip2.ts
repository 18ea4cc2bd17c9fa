// Unpacking bzip2 while it streams (the format as bzip2 1.0.8 writes it; J. Seward, and the description by J. Tsai, 2016): blocks of
// at most 900,000 bytes, streams one after another, checksums of blocks and streams compared.

import { FailureError } from "../../../base/failure.ts";
import { ByteQueue } from "./byte-queue.ts";
import { EmptyParts } from "./empty-parts.ts";
import { words } from "./words.ts";

const packing = "bzip2";
/** A block of 900,000 bytes that cannot be packed is written larger than it is, with its tables. */
const largestPacked = 1_400_000;
const mostSymbols = 258;

class Damage extends Error {}

export async function* unpackBzip2(packed: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  const queue = new ByteQueue(packed);
  const fail = (detail: string, cause?: unknown): never => {
    throw new FailureError(words.failure("broken", { name, packing, detail }), { cause });
  };
  const empty = new EmptyParts();
  // One for all streams: each may be as short as fourteen bytes.
  let block = new Uint32Array(0);
  try {
    for (let streams = 0; ; streams++) {
      const head = await queue.peek(4);
      if (head.length === 0 && streams > 0) return;
      if (empty.areTooMany) fail(empty.detail);
      empty.begin();
      const level = (head[3] ?? 0) - 48;
      if (head[0] !== 0x42 || head[1] !== 0x5a || head[2] !== 0x68 || level < 1 || level > 9)
        fail(streams === 0 ? "it does not begin so" : "other bytes stand behind it");
      queue.skip(4);
      const largest = level * 100_000;
      let combined = 0;
      let bit = 0;
      for (;;) {
        const bits = new Bits(await queue.peek(largestPacked), bit);
        try {
          const magic = bits.read(24) * 2 ** 24 + bits.read(24);
          const crc = bits.read(16) * 65_536 + bits.read(16);
          if (magic === 0x177245385090) {
            if (crc !== combined >>> 0) throw new Damage("the checksum is another");
            // Streams end at whole bytes.
            queue.skip(Math.ceil(bits.place / 8));
            break;
          }
          if (magic !== 0x314159265359) throw new Damage("a block is no block");
          if (block.length < largest) block = new Uint32Array(largest);
          const out = unpackBlock(bits, block.subarray(0, largest), crc);
          empty.met(out.length);
          combined = ((combined << 1) | (combined >>> 31)) ^ crc;
          queue.skip(bits.place >> 3);
          bit = bits.place & 7;
          yield out;
        } catch (error) {
          if (error instanceof Damage) fail(error.message, error);
          throw error;
        }
      }
    }
  } finally {
    await queue.end();
  }
}

/** From the highest bit of each byte on. */
class Bits {
  private readonly bytes: Uint8Array;
  /** In bits, from the beginning of the bytes. */
  place: number;

  constructor(bytes: Uint8Array, place: number) {
    this.bytes = bytes;
    this.place = place;
  }

  /** At most 24. */
  read(count: number): number {
    const found = this.ahead() >>> (32 - count);
    this.skip(count);
    return count === 0 ? 0 : found;
  }

  /** The next 24 bits at least, at the top of a word; zeros behind the end. */
  ahead(): number {
    const { bytes, place } = this;
    const at = place >> 3;
    const word = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    return word << (place & 7);
  }

  skip(count: number): void {
    this.place += count;
    if (this.place > this.bytes.length * 8) throw new Damage("the end is missing");
  }
}

/** Codes of one table, by their lengths (canonical Huffman codes). */
interface Codes {
  /** By the next ten bits: symbol and length of a code that is no longer, else 0. */
  readonly short: Uint16Array;
  readonly limit: Int32Array;
  readonly base: Int32Array;
  readonly symbols: Uint16Array;
  readonly longest: number;
}
const shortBits = 10;

function codesOf(lengths: Uint8Array): Codes {
  const shortest = lengths.reduce((least, length) => Math.min(least, length), 20);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 1);
  const symbols = new Uint16Array(lengths.length);
  const limit = new Int32Array(22).fill(-1);
  const base = new Int32Array(22);
  const short = new Uint16Array(1 << shortBits);
  let code = 0;
  let at = 0;
  for (let length = shortest; length <= longest; length++) {
    base[length] = at - code;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      // More codes than there are of this length: damage, told where one is met.
      const from = code << (shortBits - length);
      if (length <= shortBits) short.fill((symbol << 5) | length, from, from + (1 << (shortBits - length)));
      symbols[at++] = symbol;
      code++;
    }
    limit[length] = code - 1;
    code <<= 1;
  }
  return { short, limit, base, symbols, longest };
}

function symbolOf(bits: Bits, { short, limit, base, symbols, longest }: Codes): number {
  const word = bits.ahead();
  const known = short[word >>> (32 - shortBits)] as number;
  if (known !== 0) {
    bits.skip(known & 31);
    return known >> 5;
  }
  for (let length = shortBits + 1; length <= longest; length++) {
    const code = word >>> (32 - length);
    if (code > (limit[length] as number)) continue;
    bits.skip(length);
    const symbol = symbols[code + (base[length] as number)];
    if (symbol !== undefined) return symbol;
  }
  throw new Damage("a code is none");
}

/** Symbols that occur, by a map of maps. */
function symbolsIn(bits: Bits): Uint8Array {
  const used = bits.read(16);
  const found: number[] = [];
  for (let group = 0; group < 16; group++) {
    if (((used >> (15 - group)) & 1) === 0) continue;
    const within = bits.read(16);
    for (let nth = 0; nth < 16; nth++) if ((within >> (15 - nth)) & 1) found.push(group * 16 + nth);
  }
  if (found.length === 0) throw new Damage("a block of nothing");
  return Uint8Array.from(found);
}

function selectorsIn(bits: Bits, tables: number): Uint8Array {
  const count = bits.read(15);
  if (count === 0) throw new Damage("a block without tables");
  const order = Uint8Array.from({ length: tables }, (_, nth) => nth);
  const selectors = new Uint8Array(count);
  for (let nth = 0; nth < count; nth++) {
    let place = 0;
    while (bits.read(1)) if (++place >= tables) throw new Damage("a table is none");
    const table = order[place] as number;
    order.copyWithin(1, 0, place);
    order[0] = table;
    selectors[nth] = table;
  }
  return selectors;
}

function tablesIn(bits: Bits, tables: number, size: number): readonly Codes[] {
  return Array.from({ length: tables }, () => {
    const lengths = new Uint8Array(size);
    let length = bits.read(5);
    for (let symbol = 0; symbol < size; symbol++) {
      for (;;) {
        if (length < 1 || length > 20) throw new Damage("a code is too long");
        if (bits.read(1) === 0) break;
        length += bits.read(1) ? -1 : 1;
      }
      lengths[symbol] = length;
    }
    return codesOf(lengths);
  });
}

/** A block: Huffman codes, runs, move to front, the Burrows-Wheeler transform, runs again. `block`: as large as one may be. */
function unpackBlock(bits: Bits, block: Uint32Array, crc: number): Uint8Array {
  if (bits.read(1)) throw new Damage("a block of an old version");
  const origin = bits.read(24);
  const front = symbolsIn(bits);
  const size = front.length + 2;
  const tables = bits.read(3);
  if (tables < 2 || tables > 6 || size > mostSymbols) throw new Damage("a block is no block");
  const selectors = selectorsIn(bits, tables);
  const codes = tablesIn(bits, tables, size);
  const counts = new Uint32Array(256);
  let length = 0;
  let run = 0;
  let weight = 1;
  let group = -1;
  let left = 0;
  let table = codes[0] as Codes;
  for (;;) {
    if (left === 0) {
      left = 50;
      const selected = selectors[++group];
      if (selected === undefined) throw new Damage("a table is none");
      table = codes[selected] as Codes;
    }
    left--;
    const symbol = symbolOf(bits, table);
    if (symbol < 2) {
      run += weight << symbol;
      weight <<= 1;
      if (run > block.length) throw new Damage("a block is too long");
      continue;
    }
    if (run > 0) {
      const byte = front[0] as number;
      if (length + run > block.length) throw new Damage("a block is too long");
      block.fill(byte, length, length + run);
      counts[byte] = (counts[byte] as number) + run;
      length += run;
      run = 0;
    }
    weight = 1;
    if (symbol === size - 1) break;
    if (length >= block.length) throw new Damage("a block is too long");
    const place = symbol - 1;
    const byte = front[place] as number;
    front.copyWithin(1, 0, place);
    front[0] = byte;
    counts[byte] = (counts[byte] as number) + 1;
    block[length++] = byte;
  }
  if (origin >= length) throw new Damage("a block begins nowhere");
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = counts[byte] as number;
    counts[byte] = sum;
    sum += count;
  }
  for (let at = 0; at < length; at++) {
    const byte = (block[at] as number) & 0xff;
    const to = counts[byte] as number;
    counts[byte] = to + 1;
    block[to] = (block[to] as number) | (at << 8);
  }
  return withoutRuns(block, length, origin, crc);
}

/** Four equal bytes are followed by how often the byte stands there beyond them. */
function withoutRuns(block: Uint32Array, length: number, origin: number, crc: number): Uint8Array {
  let out = new Uint8Array(Math.max(1024, length + (length >> 2)));
  let to = 0;
  let found = 0xffff_ffff;
  let place = (block[origin] as number) >>> 8;
  let same = 0;
  let previous = -1;
  for (let at = 0; at < length; at++) {
    const entry = block[place] as number;
    const byte = entry & 0xff;
    place = entry >>> 8;
    let times = 1;
    if (same === 4) {
      times = byte;
      same = 0;
    } else {
      same = byte === previous ? same + 1 : 1;
      previous = byte;
    }
    if (to + times > out.length) {
      const larger = new Uint8Array(2 * out.length + times);
      larger.set(out.subarray(0, to));
      out = larger;
    }
    const own = same === 0 ? previous : byte;
    for (let nth = 0; nth < times; nth++) {
      out[to++] = own;
      found = (found << 8) ^ (crcTable[(found >>> 24) ^ own] as number);
    }
    if (same === 0) previous = -1;
  }
  if (~found >>> 0 !== crc) throw new Damage("the checksum is another");
  return out.subarray(0, to);
}

/** CRC-32 from the highest bit on (polynomial 04C11DB7). */
const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x8000_0000 ? (value << 1) ^ 0x04c1_1db7 : value << 1;
  return value;
});

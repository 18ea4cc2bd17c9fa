// The chunks of LZMA2 (the LZMA SDK's lzma-specification.txt, I. Pavlov; chunks as in xz-embedded, L. Collin): each is at most 64 KiB
// packed and 2 MiB unpacked, so that one is decoded at a time, into a window that holds what may be looked back to.

export class LzmaDamage extends Error {}

const states = 12;
const mostPositions = 16;
const literalSize = 0x300;

/** Probabilities of a length (lzma-specification, "Length decoding"). */
class Lengths {
  readonly choice = new Uint16Array(2);
  readonly low = new Uint16Array(mostPositions << 3);
  readonly middle = new Uint16Array(mostPositions << 3);
  readonly high = new Uint16Array(256);

  reset(): void {
    for (const each of [this.choice, this.low, this.middle, this.high]) each.fill(1024);
  }
}

export class Lzma2 {
  private readonly dictionary: number;
  private window: Uint8Array;
  /** Where the next byte goes, and what is valid before it. */
  private at = 0;
  private filled = 0;
  /** By how much the window was moved since its beginning, whose places count: only their lowest bits are asked for. */
  private moved = 0;
  private needsDictionary = true;
  private needsProperties = true;
  private lc = 0;
  private lp = 0;
  private pb = 0;
  private state = 0;
  private readonly reps = new Uint32Array(4);
  private readonly isMatch = new Uint16Array(states << 4);
  private readonly isRep = new Uint16Array(states);
  private readonly isRep0 = new Uint16Array(states);
  private readonly isRep1 = new Uint16Array(states);
  private readonly isRep2 = new Uint16Array(states);
  private readonly isRep0Long = new Uint16Array(states << 4);
  private readonly slots = new Uint16Array(4 << 6);
  private readonly special = new Uint16Array(128);
  private readonly align = new Uint16Array(16);
  private readonly matchLengths = new Lengths();
  private readonly repLengths = new Lengths();
  private literals = new Uint16Array(0);
  private range = 0;
  private code = 0;
  private input: Uint8Array = new Uint8Array(0);
  private read = 0;
  /** Where the chunk began. */
  private start = 0;

  constructor(dictionary: number) {
    this.dictionary = dictionary;
    this.window = new Uint8Array(Math.min(dictionary, 1 << 16) + (1 << 21));
  }

  /** How many bytes stand behind the control byte before the packed ones; 0: the end. */
  static headSize(control: number): number {
    return control === 0 ? 0 : control < 0x80 ? 2 : control >= 0xc0 ? 5 : 4;
  }

  /** Packed and unpacked size of a chunk. */
  static sizes(control: number, head: Uint8Array): { readonly packed: number; readonly size: number } {
    const word = (at: number): number => ((head[at] ?? 0) << 8) | (head[at + 1] ?? 0);
    if (control < 0x80) {
      if (control > 2) throw new LzmaDamage("a chunk is no chunk");
      return { packed: word(0) + 1, size: word(0) + 1 };
    }
    return { packed: word(2) + 1, size: ((control & 31) << 16) + word(0) + 1 };
  }

  /** What a chunk unpacks to; lent until the next one. */
  chunk(control: number, head: Uint8Array, packed: Uint8Array, size: number): Uint8Array {
    if (control >= 0xe0 || control === 1) {
      this.needsDictionary = false;
      this.at = 0;
      this.filled = 0;
      this.moved = 0;
    } else if (this.needsDictionary) throw new LzmaDamage("the first chunk needs one before it");
    this.makeRoom(size);
    const from = this.at;
    if (control < 0x80) {
      this.window.set(packed, this.at);
      this.at += size;
      if (control === 1) this.needsProperties = true;
    } else {
      if (control >= 0xc0) this.properties(head[4] ?? 0);
      else if (this.needsProperties) throw new LzmaDamage("the first chunk needs one before it");
      else if (control >= 0xa0) this.reset();
      this.decode(packed, from + size);
    }
    this.filled = Math.min(this.dictionary, this.filled + size);
    return this.window.subarray(from, this.at);
  }

  private makeRoom(size: number): void {
    if (this.at + size <= this.window.length) return;
    const keep = Math.min(this.at, this.dictionary);
    const wanted = Math.min(this.dictionary * 2, Math.max(keep * 4, 1 << 22)) + size;
    const from = this.at - keep;
    if (wanted > this.window.length) {
      const larger = new Uint8Array(wanted);
      larger.set(this.window.subarray(from, this.at));
      this.window = larger;
    } else this.window.copyWithin(0, from, this.at);
    this.moved = (this.moved + from) & 0xff;
    this.at = keep;
  }

  private properties(byte: number): void {
    if (byte >= 225) throw new LzmaDamage("a chunk is no chunk");
    this.lc = byte % 9;
    this.lp = Math.floor(byte / 9) % 5;
    this.pb = Math.floor(byte / 45);
    if (this.lc + this.lp > 4) throw new LzmaDamage("a chunk is no chunk");
    this.needsProperties = false;
    this.literals = new Uint16Array(literalSize << (this.lc + this.lp));
    this.reset();
  }

  private reset(): void {
    this.state = 0;
    this.reps.fill(0);
    for (const each of [
      this.isMatch,
      this.isRep,
      this.isRep0,
      this.isRep1,
      this.isRep2,
      this.isRep0Long,
      this.slots,
      this.special,
      this.align,
      this.literals,
    ])
      each.fill(1024);
    this.matchLengths.reset();
    this.repLengths.reset();
  }

  private bit(probabilities: Uint16Array, at: number): number {
    const probability = probabilities[at] as number;
    const bound = (this.range >>> 11) * probability;
    let bit = 0;
    if (this.code < bound) {
      this.range = bound;
      probabilities[at] = probability + ((2048 - probability) >> 5);
    } else {
      this.range = this.range - bound;
      this.code = this.code - bound;
      probabilities[at] = probability - (probability >> 5);
      bit = 1;
    }
    if (this.range < 0x1_000_000) {
      this.range = (this.range << 8) >>> 0;
      this.code = ((this.code << 8) | (this.input[this.read++] ?? 0)) >>> 0;
    }
    return bit;
  }

  private tree(probabilities: Uint16Array, offset: number, bits: number): number {
    let symbol = 1;
    for (let nth = 0; nth < bits; nth++) symbol = (symbol << 1) | this.bit(probabilities, offset + symbol);
    return symbol - (1 << bits);
  }

  private reverseTree(probabilities: Uint16Array, offset: number, bits: number): number {
    let symbol = 1;
    let found = 0;
    for (let nth = 0; nth < bits; nth++) {
      const bit = this.bit(probabilities, offset + symbol);
      symbol = (symbol << 1) | bit;
      found |= bit << nth;
    }
    return found;
  }

  private direct(bits: number): number {
    let found = 0;
    for (let nth = 0; nth < bits; nth++) {
      this.range >>>= 1;
      const isSet = this.code >= this.range;
      if (isSet) this.code -= this.range;
      found = found * 2 + (isSet ? 1 : 0);
      if (this.range < 0x1_000_000) {
        this.range = (this.range << 8) >>> 0;
        this.code = ((this.code << 8) | (this.input[this.read++] ?? 0)) >>> 0;
      }
    }
    return found;
  }

  private length(of: Lengths, position: number): number {
    if (this.bit(of.choice, 0) === 0) return 2 + this.tree(of.low, position << 3, 3);
    if (this.bit(of.choice, 1) === 0) return 10 + this.tree(of.middle, position << 3, 3);
    return 18 + this.tree(of.high, 0, 8);
  }

  private distance(length: number): number {
    const slot = this.tree(this.slots, Math.min(length - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + this.reverseTree(this.special, base - slot, bits);
    return base + this.direct(bits - 4) * 16 + this.reverseTree(this.align, 0, 4);
  }

  private literal(): void {
    const { window, at } = this;
    const before = this.filledAt(at) > 0 ? (window[at - 1] as number) : 0;
    const offset = literalSize * ((((at + this.moved) & ((1 << this.lp) - 1)) << this.lc) + (before >> (8 - this.lc)));
    let symbol = 1;
    if (this.state >= 7) {
      let match = window[at - (this.reps[0] as number) - 1] as number;
      while (symbol < 0x100) {
        const matchBit = (match >> 7) & 1;
        match <<= 1;
        const bit = this.bit(this.literals, offset + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (matchBit !== bit) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.bit(this.literals, offset + symbol);
    window[this.at++] = symbol;
    this.state = this.state < 4 ? 0 : this.state < 10 ? this.state - 3 : this.state - 6;
  }

  /** Bytes before a place that may be looked back to. */
  private filledAt(at: number): number {
    return this.filled + at - this.start;
  }

  private decode(packed: Uint8Array, end: number): void {
    if (packed.length < 5 || packed[0] !== 0) throw new LzmaDamage("a chunk is no chunk");
    this.input = packed;
    this.read = 5;
    this.range = 0xffff_ffff;
    this.code = new DataView(packed.buffer, packed.byteOffset).getUint32(1);
    this.start = this.at;
    const positions = (1 << this.pb) - 1;
    while (this.at < end) {
      const position = (this.at + this.moved) & positions;
      if (this.bit(this.isMatch, (this.state << 4) + position) === 0) {
        this.literal();
        continue;
      }
      const length = this.match(position);
      if (length > 0) this.copy(length, end);
    }
    if (this.read !== packed.length || this.code !== 0) throw new LzmaDamage("a chunk ends elsewhere");
  }

  /** 0: one byte was copied already. */
  private match(position: number): number {
    const { reps, state } = this;
    if (this.bit(this.isRep, state) === 0) {
      reps.copyWithin(1, 0, 3);
      const length = this.length(this.matchLengths, position);
      this.state = state < 7 ? 7 : 10;
      reps[0] = this.distance(length);
      return length;
    }
    if (this.bit(this.isRep0, state) === 0) {
      if (this.bit(this.isRep0Long, (state << 4) + position) === 0) {
        this.state = state < 7 ? 9 : 11;
        return 1;
      }
    } else {
      const nth = this.bit(this.isRep1, state) === 0 ? 1 : this.bit(this.isRep2, state) === 0 ? 2 : 3;
      const distance = reps[nth] as number;
      reps.copyWithin(1, 0, nth);
      reps[0] = distance;
    }
    this.state = state < 7 ? 8 : 11;
    return this.length(this.repLengths, position);
  }

  private copy(length: number, end: number): void {
    const { window } = this;
    const back = (this.reps[0] as number) + 1;
    if (back > this.filledAt(this.at) || back > this.dictionary || this.at + length > end)
      throw new LzmaDamage("it looks back to what is not there");
    for (let nth = 0; nth < length; nth++, this.at++) window[this.at] = window[this.at - back] as number;
  }
}

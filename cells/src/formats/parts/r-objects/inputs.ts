// Numbers and texts of R's serialization, as bytes (either end first) or as words. Lengths are held against what is there.

import { doublesBy, wholesBy } from "../../../base/filled-arrays.ts";

export class RDamage extends Error {}

export interface Input {
  integer(): number;
  double(): number;
  integers(count: number): Int32Array;
  doubles(count: number): Float64Array;
  text(bytes: number): Uint8Array;
  raw(count: number): void;
  /** Fails where so many items of so many bytes cannot be there. */
  hold(count: number, size: number): void;
}

export class BinaryInput implements Input {
  private readonly view: DataView;
  private readonly bytes: Uint8Array;
  private at: number;
  private readonly isLittle: boolean;

  constructor(bytes: Uint8Array, at: number, isLittle: boolean) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
    this.isLittle = isLittle;
  }

  hold(count: number, size: number): void {
    if (count < 0 || count * size > this.bytes.length - this.at) throw new RDamage("a length is longer than the file");
  }

  integer(): number {
    this.hold(1, 4);
    this.at += 4;
    return this.view.getInt32(this.at - 4, this.isLittle);
  }

  double(): number {
    this.hold(1, 8);
    this.at += 8;
    return this.view.getFloat64(this.at - 8, this.isLittle);
  }

  integers(count: number): Int32Array {
    this.hold(count, 4);
    const values = new Int32Array(count);
    for (let nth = 0; nth < count; nth++) values[nth] = this.view.getInt32(this.at + 4 * nth, this.isLittle);
    this.at += 4 * count;
    return values;
  }

  doubles(count: number): Float64Array {
    this.hold(count, 8);
    const values = new Float64Array(count);
    for (let nth = 0; nth < count; nth++) values[nth] = this.view.getFloat64(this.at + 8 * nth, this.isLittle);
    this.at += 8 * count;
    return values;
  }

  text(bytes: number): Uint8Array {
    this.hold(bytes, 1);
    this.at += bytes;
    return this.bytes.subarray(this.at - bytes, this.at);
  }

  raw(count: number): void {
    this.text(count);
  }
}

/** Words between line ends; NA for what is missing, texts with the escapes of C. */
export class AsciiInput implements Input {
  private readonly bytes: Uint8Array;
  private at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  hold(count: number): void {
    if (count < 0 || count > this.bytes.length - this.at) throw new RDamage("a length is longer than the file");
  }

  private word(): string {
    const { bytes } = this;
    while (this.at < bytes.length && (bytes[this.at] as number) <= 32) this.at++;
    const from = this.at;
    while (this.at < bytes.length && (bytes[this.at] as number) > 32) this.at++;
    if (from === this.at) throw new RDamage("the end is missing");
    return new TextDecoder().decode(bytes.subarray(from, this.at));
  }

  integer(): number {
    const word = this.word();
    const value = word === "NA" ? -2_147_483_648 : Number(word);
    if (!Number.isInteger(value)) throw new RDamage("a whole number is none");
    return value;
  }

  double(): number {
    const word = this.word();
    if (word === "NA" || word === "NaN") return Number.NaN;
    if (word === "Inf") return Number.POSITIVE_INFINITY;
    if (word === "-Inf") return Number.NEGATIVE_INFINITY;
    const value = Number(word);
    if (Number.isNaN(value)) throw new RDamage("a number is none");
    return value;
  }

  integers(count: number): Int32Array {
    this.hold(count);
    return wholesBy(count, () => this.integer());
  }

  doubles(count: number): Float64Array {
    this.hold(count);
    return doublesBy(count, () => this.double());
  }

  text(count: number): Uint8Array {
    this.hold(count);
    const { bytes } = this;
    if (count > 0) while (this.at < bytes.length && (bytes[this.at] as number) <= 32) this.at++;
    const out = new Uint8Array(count);
    for (let nth = 0; nth < count; nth++) out[nth] = this.letter();
    return out;
  }

  private letter(): number {
    const next = (): number => {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RDamage("the end is missing");
      return byte;
    };
    const first = next();
    if (first !== 0x5c) return first;
    const second = next();
    const known = "nt\0vbrfa".indexOf(String.fromCharCode(second));
    if (known >= 0) return [10, 9, 0, 11, 8, 13, 12, 7][known] as number;
    if (second < 0x30 || second > 0x37) return second;
    let value = second - 0x30;
    for (let nth = 0; nth < 2; nth++) {
      const digit = this.bytes[this.at] ?? 0;
      if (digit < 0x30 || digit > 0x37) break;
      value = value * 8 + digit - 0x30;
      this.at++;
    }
    return value;
  }

  raw(count: number): void {
    this.hold(count);
    for (let nth = 0; nth < count; nth++) this.word();
  }
}

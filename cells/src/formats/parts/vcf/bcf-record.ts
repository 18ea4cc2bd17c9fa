// A record of a BCF as the line of text that it stands for (BCFv2 specification, §6.3): typed values, read within their bounds.

import { words } from "./words.ts";

const encoder = new TextEncoder();
const dot = 46;
const comma = 44;
const colon = 58;
const tab = 9;
const semicolon = 59;

const int8 = 1;
const int16 = 2;
const int32 = 3;
const float32 = 5;
const char = 7;
/** Bytes of each type by its number; 0: there is none. */
const sizes = Uint8Array.of(0, 1, 2, 4, 0, 4, 0, 1);
/** Bits of a float that is missing, and of one behind the end of a vector (§6.3.3). */
const missingFloat = 0x7f800001;
const endFloat = 0x7f800002;

/** Names by the numbers that records have for them. */
export interface Dictionaries {
  readonly strings: readonly (string | undefined)[];
  readonly contigs: readonly (string | undefined)[];
  readonly samples: number;
}

/** The shortest digits that are this float in 32 bits. */
function digitsOf(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  // A few decimals, as most have.
  for (let scale = 1; scale <= 10_000; scale *= 10) {
    const near = Math.round(value * scale) / scale;
    if (Math.fround(near) === value && Math.abs(near) < 1e6) return String(near);
  }
  for (let digits = 6; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

/** Bytes that grow. */
class Line {
  bytes = new Uint8Array(1 << 12);
  length = 0;

  put(byte: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = byte;
  }

  /** Letters of ASCII one by one: an encoder's call costs more than short texts. */
  text(text: string): void {
    const { length } = text;
    if (this.length + length > this.bytes.length) this.grow(length);
    const { bytes } = this;
    let at = this.length;
    for (let letter = 0; letter < length; letter++) {
      const code = text.charCodeAt(letter);
      if (code > 127) {
        this.all(encoder.encode(text));
        return;
      }
      bytes[at++] = code;
    }
    this.length = at;
  }

  all(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  integer(value: number): void {
    if (value < 0) {
      this.put(45);
      this.integer(-value);
    } else if (value < 10) this.put(48 + value);
    else {
      const tens = Math.floor(value / 10);
      this.integer(tens);
      this.put(48 + value - tens * 10);
    }
  }

  private grow(more: number): void {
    const longer = new Uint8Array((this.length + more) * 2);
    longer.set(this.bytes.subarray(0, this.length));
    this.bytes = longer;
  }
}

interface FormatField extends Typed {
  /** Where its values begin, and how many bytes each sample has. */
  readonly start: number;
  readonly stride: number;
  readonly isGenotype: boolean;
}

interface Typed {
  readonly type: number;
  readonly count: number;
}

export class BcfRecords {
  private readonly names: Dictionaries;
  private readonly encoded = new Map<number, Uint8Array>();
  private readonly line = new Line();
  private bytes: Uint8Array = new Uint8Array(0);
  private view: DataView = new DataView(new ArrayBuffer(0));
  private at = 0;
  private record = 0;

  constructor(names: Dictionaries) {
    this.names = names;
  }

  /** The line with its end, to be used before the next call. Both parts of the record, the shared and that of the samples. */
  lineOf(record: Uint8Array, shared: number): Uint8Array {
    this.record++;
    this.bytes = record;
    this.view = new DataView(record.buffer, record.byteOffset, record.length);
    this.at = 0;
    const { line } = this;
    line.length = 0;
    this.need(24);
    const contig = this.view.getInt32(0, true);
    const position = this.view.getInt32(4, true);
    const quality = this.view.getUint32(12, true);
    const infos = this.view.getUint16(16, true);
    const alleles = this.view.getUint16(18, true);
    const samples = this.view.getUint32(20, true) & 0xffffff;
    const formats = this.view.getUint8(23);
    this.at = 24;
    const chromosome = this.names.contigs[contig] ?? this.broken("contig");
    if (samples !== this.names.samples) this.broken("samples");
    line.text(`${chromosome}\t${position + 1}\t`);
    this.typedValue();
    this.alleles(alleles);
    line.put(tab);
    if (quality === missingFloat) line.put(dot);
    else line.text(digitsOf(this.view.getFloat32(12, true)));
    line.put(tab);
    this.filters();
    line.put(tab);
    this.infos(infos);
    if (this.at !== shared) this.broken("length");
    if (samples > 0) this.formats(formats, samples);
    if (this.at !== record.length && samples > 0) this.broken("length");
    line.put(10);
    return line.bytes.subarray(0, line.length);
  }

  private broken(what: string): never {
    return words.fail("bcf-broken", { record: this.record, what });
  }

  private need(bytes: number): void {
    if (this.at + bytes > this.bytes.length) this.broken("length");
  }

  /** What follows: its type, and how many of them. */
  private typed(): Typed {
    this.need(1);
    const first = this.bytes[this.at++] as number;
    const type = first & 15;
    const count = first >> 4;
    if (count < 15) return { type, count };
    const longer = this.whole();
    if (longer < 0) this.broken("length");
    return { type, count: longer };
  }

  /** One whole number of its own type. */
  private whole(): number {
    const { type, count } = this.typed();
    if (count !== 1) this.broken("length");
    return this.number(type);
  }

  private number(type: number): number {
    if (type < int8 || type > int32) this.broken("type");
    const size = sizes[type] as number;
    this.need(size);
    const at = this.at;
    this.at += size;
    return type === int8 ? this.view.getInt8(at) : type === int16 ? this.view.getInt16(at, true) : this.view.getInt32(at, true);
  }

  private alleles(count: number): void {
    const { line } = this;
    for (let nth = 0; nth < count; nth++) {
      line.put(nth < 2 ? tab : comma);
      this.typedValue();
    }
    for (let nth = count; nth < 2; nth++) {
      line.put(tab);
      line.put(dot);
    }
  }

  private filters(): void {
    const { type, count } = this.typed();
    if (count === 0) this.line.put(dot);
    for (let nth = 0; nth < count; nth++) {
      if (nth > 0) this.line.put(semicolon);
      this.name(this.number(type));
    }
  }

  private infos(count: number): void {
    if (count === 0) this.line.put(dot);
    for (let nth = 0; nth < count; nth++) {
      if (nth > 0) this.line.put(semicolon);
      this.name(this.whole());
      const typed = this.typed();
      // A flag has no value, or one that says nothing.
      if (typed.type === 0 || typed.count === 0) continue;
      this.line.put(61);
      this.value(typed.type, typed.count);
    }
  }

  /** Fields of FORMAT stand one after another, each for all samples; a line has them sample by sample. */
  private formats(count: number, samples: number): void {
    const { line } = this;
    const fields: FormatField[] = [];
    line.put(tab);
    if (count === 0) line.put(dot);
    for (let nth = 0; nth < count; nth++) {
      if (nth > 0) line.put(colon);
      const key = this.whole();
      this.name(key);
      const typed = this.typed();
      const size = typed.count === 0 ? 0 : sizes[typed.type] || this.broken("type");
      const length = size * typed.count * samples;
      this.need(length);
      fields.push({ ...typed, start: this.at, stride: size * typed.count, isGenotype: this.names.strings[key] === "GT" });
      this.at += length;
    }
    const behind = this.at;
    for (let sample = 0; sample < samples; sample++) {
      line.put(tab);
      if (fields.length === 0) line.put(dot);
      for (let nth = 0; nth < fields.length; nth++) {
        if (nth > 0) line.put(colon);
        const { type, count: values, start, stride, isGenotype } = fields[nth] as FormatField;
        this.at = start + stride * sample;
        if (isGenotype && type !== char) this.genotype(type, values);
        else this.value(type, values);
      }
    }
    this.at = behind;
  }

  /** (allele + 1) << 1 | whether it is phased with the one before (§6.3.3). */
  private genotype(type: number, count: number): void {
    const { line } = this;
    let told = 0;
    for (let nth = 0; nth < count; nth++) {
      const value = this.number(type);
      if (isEnd(type, value)) continue;
      if (told++ > 0) line.put(value & 1 ? 124 : 47);
      const allele = (value >> 1) - 1;
      if (allele < 0 || isMissing(type, value)) line.put(dot);
      else line.integer(allele);
    }
    if (told === 0) line.put(dot);
  }

  private typedValue(): void {
    const { type, count } = this.typed();
    this.value(type, count);
  }

  private value(type: number, count: number): void {
    const { line } = this;
    if (count === 0 || type === 0) {
      line.put(dot);
      return;
    }
    if (type === char) {
      this.need(count);
      let text = this.bytes.subarray(this.at, this.at + count);
      this.at += count;
      const end = text.indexOf(0);
      if (end >= 0) text = text.subarray(0, end);
      // What would end a field of text is no letter of one.
      if (text.some((byte) => byte === tab || byte === 10)) this.broken("text");
      if (text.length === 0) line.put(dot);
      else line.all(text[0] === comma ? text.subarray(1) : text);
      return;
    }
    let told = 0;
    for (let nth = 0; nth < count; nth++) {
      if (type === float32) {
        this.need(4);
        const bits = this.view.getUint32(this.at, true);
        const value = this.view.getFloat32(this.at, true);
        this.at += 4;
        if (bits === endFloat) continue;
        if (told++ > 0) line.put(comma);
        if (bits === missingFloat) line.put(dot);
        else line.text(digitsOf(value));
      } else {
        const value = this.number(type);
        if (isEnd(type, value)) continue;
        if (told++ > 0) line.put(comma);
        if (isMissing(type, value)) line.put(dot);
        else line.integer(value);
      }
    }
    if (told === 0) line.put(dot);
  }

  private name(key: number): void {
    let bytes = this.encoded.get(key);
    if (bytes === undefined) {
      bytes = encoder.encode(this.names.strings[key] ?? this.broken("name"));
      this.encoded.set(key, bytes);
    }
    this.line.all(bytes);
  }
}

const lowest = (type: number): number => (type === int8 ? -0x80 : type === int16 ? -0x8000 : -0x80000000);
const isMissing = (type: number, value: number): boolean => value === lowest(type);
const isEnd = (type: number, value: number): boolean => value === lowest(type) + 1;

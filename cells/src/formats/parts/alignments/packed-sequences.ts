// Sequences of reads as BAM packs them, two bases a byte, as they are collected: unpacked all at once at the end.

import type { TextColumn } from "../../../artifacts/artifact.ts";
import { moreOf, type ColumnMore } from "../../../artifacts/table.ts";

/** SAM specification 1.6, section 4.2: the letters of four bits. */
const letters = new TextEncoder().encode("=ACMGRSVTWYHKDBN");
/** Both letters of a byte, in the order of this machine's bytes. */
const pairs = new Uint16Array(256);
{
  const bytes = new Uint8Array(pairs.buffer);
  for (let pair = 0; pair < 256; pair++) {
    bytes[pair * 2] = letters[pair >> 4] as number;
    bytes[pair * 2 + 1] = letters[pair & 15] as number;
  }
}

export class PackedSequences {
  private bytes = new Uint8Array(1 << 18);
  private at = 0;
  private readonly lengths: number[] = [];

  add(from: Uint8Array, start: number, length: number): void {
    const size = (length + 1) >> 1;
    if (this.at + size > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 4, this.at + size));
      larger.set(this.bytes.subarray(0, this.at));
      this.bytes = larger;
    }
    this.bytes.set(from.subarray(start, start + size), this.at);
    this.at += size;
    this.lengths.push(length);
  }

  /** Of no length is missing. */
  column(name: string, more: ColumnMore): TextColumn {
    const { bytes, at: packed, lengths } = this;
    const unpacked = new Uint16Array(packed);
    for (let at = 0; at < packed; at++) unpacked[at] = pairs[bytes[at] as number] as number;
    const all = new TextDecoder().decode(new Uint8Array(unpacked.buffer));
    const rows = lengths.length;
    const codes = new Int32Array(rows);
    const dictionary: string[] = [];
    let valid: Uint8Array | null = null;
    for (let row = 0, start = 0; row < rows; row++) {
      const length = lengths[row] as number;
      if (length === 0) {
        valid ??= new Uint8Array(rows).fill(1);
        valid[row] = 0;
      }
      codes[row] = dictionary.push(all.slice(start, start + length)) - 1;
      start += ((length + 1) >> 1) * 2;
    }
    return { name, type: "text", ...moreOf(more), codes, dictionary, valid };
  }
}

// Texts of a column as they are collected: bytes one behind another, made strings at once at the end. Equal texts are one.

import type { TextColumn } from "../../../artifacts/artifact.ts";
import { moreOf, type ColumnMore } from "../../../artifacts/table.ts";
import { words } from "./words.ts";

export class TextPool {
  bytes = new Uint8Array(1 << 16);
  /** Where the text that is being written ends. */
  at = 0;
  private ends = new Int32Array(1 << 10);
  private rows = 0;
  private missing: number[] = [];

  /** Makes room for so many more bytes, which are then written at `at`. */
  room(length: number): void {
    if (this.at + length <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + length));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }

  add(from: Uint8Array, start: number, end: number): void {
    this.room(end - start);
    // Short ones: a call of `set` costs more than its bytes.
    for (let byte = start; byte < end; byte++) this.bytes[this.at++] = from[byte] as number;
  }

  text(text: string): void {
    this.room(text.length * 3);
    this.at += new TextEncoder().encodeInto(text, this.bytes.subarray(this.at)).written;
  }

  number(value: number): void {
    this.room(12);
    if (value < 10) {
      this.bytes[this.at++] = 48 + value;
      return;
    }
    const digits = String(value);
    for (let at = 0; at < digits.length; at++) this.bytes[this.at++] = digits.charCodeAt(at);
  }

  /** The text of this row is written. */
  endRow(isMissing = false): void {
    if (this.rows === this.ends.length) {
      const larger = new Int32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    if (isMissing) this.missing.push(this.rows);
    this.ends[this.rows++] = this.at;
  }

  column(name: string, more: ColumnMore = {}): TextColumn {
    const { bytes, ends, rows, missing } = this;
    const isAscii = !bytes.subarray(0, this.at).some((byte) => byte > 127);
    // What is no text is refused by who reads it, never replaced.
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const all = isAscii ? decoder.decode(bytes.subarray(0, this.at)) : "";
    const codes = new Int32Array(rows);
    const dictionary: string[] = [];
    const known = new Map<string, number>();
    for (let row = 0, start = 0; row < rows; row++) {
      const end = ends[row] as number;
      const text = isAscii ? all.slice(start, end) : textOf(decoder, bytes.subarray(start, end), name);
      let code = known.get(text);
      if (code === undefined) {
        code = dictionary.length;
        known.set(text, code);
        dictionary.push(text);
      }
      codes[row] = code;
      start = end;
    }
    const valid = missing.length > 0 ? new Uint8Array(rows).fill(1) : null;
    for (const row of missing) (valid as Uint8Array)[row] = 0;
    return { name, type: "text", ...moreOf(more), codes, dictionary, valid };
  }
}

function textOf(decoder: TextDecoder, bytes: Uint8Array, column: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return words.fail("not-text", { column });
  }
}

/** Whole numbers of a column as they are collected. */
export class NumberPool {
  private values = new Int32Array(1 << 10);
  private rows = 0;
  private missing: number[] = [];

  add(value: number): void {
    if (this.rows === this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.rows++] = value;
  }

  addMissing(): void {
    this.missing.push(this.rows);
    this.add(0);
  }

  column(name: string, more: ColumnMore = {}) {
    const valid = this.missing.length > 0 ? new Uint8Array(this.rows).fill(1) : null;
    for (const row of this.missing) (valid as Uint8Array)[row] = 0;
    return { name, type: "int32" as const, ...moreOf(more), values: this.values.slice(0, this.rows), valid };
  }
}

// The beginning of a file, as formats are recognised by it: bytes, and where they are text, its letters and lines.

import type { FileHead } from "../../contract/format.ts";
import { isHdf5 } from "./hdf5/names-inside.ts";
import { namesInHead } from "./hdf5/pieces.ts";

/** `bytes`: the first ones (64 KiB are plenty), unpacked when the file is gzip. `name` without its ".gz". */
export function fileHead(bytes: Uint8Array, name: string, isWhole: boolean, inside: readonly string[] | null = null): FileHead {
  const text = isText(bytes) ? textOf(bytes) : null;
  let lines: readonly string[] | null = null;
  return {
    bytes,
    isWhole,
    text,
    name: name.toLowerCase(),
    inside: inside ?? (isHdf5(bytes) ? namesInHead(bytes, isWhole) : null),
    parts: null,
    get lines() {
      lines ??= linesOf(text ?? "");
      return lines;
    },
  };
}

export const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

export const letters = (bytes: Uint8Array, text: string, at = 0): boolean => {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
};

export function contains(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) if (letters(bytes, text, at)) return true;
  return false;
}

/** Streams of several files in one ([MS-CFB] 2.2): old workbooks, documents, what a password locks. */
export const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** The same in UTF-16LE, as names stand in a compound file. */
export function containsWide(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = true;
    for (let i = 0; i < text.length && same; i++) same = bytes[at + i * 2] === text.charCodeAt(i) && bytes[at + i * 2 + 1] === 0;
    if (same) return true;
  }
  return false;
}

/** Zero bytes at even places and at odd ones. */
export function zerosIn(bytes: Uint8Array): { readonly odd: number; readonly even: number } {
  let odd = 0;
  let even = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
    if (at & 1) odd++;
    else even++;
  }
  return { odd, even };
}

const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8").decode(bytes).replace(/^\ufeff/, "");

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== "");
  // The last one may be cut.
  return lines.length > 1 ? lines.slice(0, -1) : lines;
}

function isText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return false;
  const { odd, even } = zerosIn(bytes);
  // A few zeros in what is else text are told with their line when it is read.
  if (odd + even > 0 && (isWide(bytes, odd, even) || (odd + even) * 100 > bytes.length + 400)) return false;
  // A loop: it is of every file, and a function for each byte takes longer than all formats after it.
  let control = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 32 && byte !== 27 && ((byte > 0 && byte < 9) || byte > 13)) control++;
  }
  return control <= Math.max(1, bytes.length / 50) && !isScrambled(bytes);
}

/** Every other byte of ordinary text is zero in UTF-16. */
export function isWide(bytes: Uint8Array, odd: number, even: number): boolean {
  const most = Math.max(odd, even);
  return odd + even > 1 && most * 4 > bytes.length && Math.min(odd, even) * 20 < most;
}

/** UTF-16 by its mark, or by zeros at every other place where it has none; null: it is none. */
export function wideEncoding(bytes: Uint8Array, isWhole: boolean): "utf-16le" | "utf-16be" | null {
  if (startsWith(bytes, 0xff, 0xfe) && !startsWith(bytes, 0xff, 0xfe, 0, 0)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  const { odd, even } = zerosIn(bytes);
  if (isWhole && bytes.length % 2 === 1) return null;
  if (!isWide(bytes, odd, even) && !(Math.min(odd, even) === 0 && Math.max(odd, even) * 20 > bytes.length && odd + even > 3))
    return null;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length & ~1));
  // A line has an end, and no text holds controls or what is no letter yet.
  return /[\r\n]/.test(text) && !/[\ufffd\p{Cn}]|(?!\s)\p{Cc}/u.test(text) ? encoding : null;
}

/** No encoding of letters fills bytes so evenly: neither UTF-8, nor the ends of lines and words of any other text. */
function isScrambled(bytes: Uint8Array): boolean {
  let high = 0;
  for (let at = 0; at < bytes.length; at++) high += (bytes[at] as number) >> 7;
  if (high * 2 < bytes.length || bytes.length < 64) return false;
  const text = textOf(bytes);
  const broken = text.length - text.replaceAll("\ufffd", "").length;
  return broken * 4 > bytes.length && bytes.reduce((count, byte) => count + (byte < 64 ? 1 : 0), 0) * 50 < bytes.length;
}

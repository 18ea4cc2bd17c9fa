// Signatures of more than a word: files of statistics programs, of Python, models.

import { contains, letters, startsWith } from "../parts/file-head.ts";

/** Protocols 2 to 5 begin with their number and end with a point; nothing in them is ever run. */
export const isPickle = (head: Uint8Array): boolean =>
  head[0] === 0x80 && (head[1] ?? 0) >= 2 && (head[1] ?? 9) <= 5 && pickleCodes.includes(head[2] ?? 0);
/** What may stand first: a frame, and the opcodes that open something. */
const pickleCodes: readonly number[] = [0x95, 0x7d, 0x5d, 0x28, 0x63, 0x4b, 0x58, 0x8c, 0x55, 0x4e, 0x47, 0x29, 0x8a, 0x4a, 0x4d];

/** Releases 117 and later say their name; before, a release, an order of bytes and a type of file. */
export const isStata = (head: Uint8Array): boolean =>
  letters(head, "<stata_dta>") ||
  ([102, 103, 104, 105, 108, 110, 111, 112, 113, 114, 115].includes(head[0] ?? 0) &&
    [1, 2].includes(head[1] ?? 0) &&
    head[2] === 1 &&
    head[3] === 0);

export const isSas = (head: Uint8Array): boolean =>
  startsWith(head.subarray(12), 0xc2, 0xea, 0x81, 0x60, 0xb3, 0x14, 0x11, 0xcf, 0xbd, 0x92, 0x08, 0x00, 0x09, 0xc7, 0x31, 0x8c);

/** dBase III to 5: a version, a date, a header whose length fits its fields. */
export function isDbf(head: Uint8Array): boolean {
  if (![0x03, 0x83, 0x8b, 0x30, 0xf5].includes(head[0] ?? 0) || head.length < 65) return false;
  const [month = 0, day = 0] = [head[2], head[3]];
  const length = (head[8] ?? 0) | ((head[9] ?? 0) << 8);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && length >= 65 && length % 32 <= 8 && head[length - 1] === 0x0d;
}

/** A message of protocol buffers whose first fields are the version and the maker (onnx.proto: ir_version, producer_name). */
export const isOnnx = (head: Uint8Array): boolean =>
  head[0] === 0x08 &&
  (head[1] ?? 99) <= 13 &&
  [0x12, 0x3a, 0x42, 0x1a].includes(head[2] ?? 0) &&
  (contains(head, "producer") || contains(head, "onnx") || contains(head, ":"));

/** The length of a header, and the header in JSON. */
export function isSafetensors(head: Uint8Array): boolean {
  if (head.length < 10 || head[8] !== 0x7b || head.subarray(5, 8).some((byte) => byte !== 0)) return false;
  return contains(head.subarray(8, 4096), '"dtype"') || contains(head.subarray(8, 4096), '"__metadata__"');
}

/** The old format of LZMA (lzma-specification, "lzma file format"): properties, a dictionary of 2^n, a size that is unknown or small. */
export function isLzma(head: Uint8Array): boolean {
  if (head[0] !== 0x5d || head.length < 14 || head[1] !== 0 || head[2] !== 0) return false;
  const size = head.subarray(5, 13);
  return size.every((byte) => byte === 255) || size.subarray(5).every((byte) => byte === 0);
}

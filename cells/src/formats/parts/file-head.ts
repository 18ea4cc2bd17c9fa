// The beginning of a file, as formats are recognised by it: bytes, and where they are text, its letters and lines.

import type { FileHead } from "../../contract/format.ts";

/** `bytes`: the first ones (64 KiB are plenty), unpacked when the file is gzip. `name` without its ".gz". */
export function fileHead(bytes: Uint8Array, name: string, isWhole: boolean): FileHead {
  const text = isText(bytes) ? textOf(bytes) : null;
  let lines: readonly string[] | null = null;
  return {
    bytes,
    isWhole,
    text,
    name: name.toLowerCase(),
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
  const control = bytes.reduce(
    (count, byte) => count + ((byte > 0 && byte < 9) || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0),
    0,
  );
  return control <= bytes.length / 50 && !isScrambled(bytes);
}

/** Every other byte of ordinary text is zero in UTF-16. */
export function isWide(bytes: Uint8Array, odd: number, even: number): boolean {
  const most = Math.max(odd, even);
  return most * 4 > bytes.length && Math.min(odd, even) * 20 < most;
}

/** No encoding of letters fills bytes so evenly: neither UTF-8, nor the ends of lines and words of any other text. */
function isScrambled(bytes: Uint8Array): boolean {
  const high = bytes.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0);
  if (high * 2 < bytes.length || bytes.length < 64) return false;
  const text = textOf(bytes);
  const broken = text.length - text.replaceAll("\ufffd", "").length;
  return broken * 4 > bytes.length && bytes.reduce((count, byte) => count + (byte < 64 ? 1 : 0), 0) * 50 < bytes.length;
}

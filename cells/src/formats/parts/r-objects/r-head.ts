// Whether bytes are R's serialization: an encoding, a version, and the version of R that wrote it.

import { letters } from "../file-head.ts";

const isXdr = (bytes: Uint8Array): boolean =>
  letters(bytes, "X\n\0\0\0") && (bytes[5] === 2 || bytes[5] === 3) && bytes[6] === 0 && (bytes[7] ?? 9) <= 9;
const isNative = (bytes: Uint8Array): boolean =>
  letters(bytes, "B\n") && (bytes[2] === 2 || bytes[2] === 3) && letters(bytes, "\0\0\0", 3) && bytes[9] === 0;
const isAscii = (bytes: Uint8Array): boolean =>
  /^A\r?\n[23]\r?\n\d{5,6}\r?\n/.test(new TextDecoder().decode(bytes.subarray(0, 24)));

export const isRds = (bytes: Uint8Array): boolean => isXdr(bytes) || isNative(bytes) || isAscii(bytes);

/** save() writes which way it is written once more before it. */
export const isRData = (bytes: Uint8Array): boolean => /^RD[XAB][23]\r?\n/.test(new TextDecoder().decode(bytes.subarray(0, 6)));

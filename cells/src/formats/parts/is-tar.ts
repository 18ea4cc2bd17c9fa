// Whether bytes begin with the header of a tar archive (POSIX.1-2017, pax, "ustar Interchange Format"; the same fields in the tar
// of Unix V7, which has no mark): its checksum is right.

export const tarBlock = 512;

/** Of octal digits, or in base 256 as GNU writes what is larger (GNU tar manual, "Extensions to the Standard"); NaN: it is none. */
export function tarNumber(bytes: Uint8Array): number {
  const [first = 0] = bytes;
  if (first === 0x80) {
    let value = 0;
    for (const byte of bytes.subarray(1)) value = value * 256 + byte;
    return Number.isSafeInteger(value) ? value : Number.NaN;
  }
  let text = "";
  for (const byte of bytes) if (byte !== 0) text += String.fromCharCode(byte);
  const digits = text.trim();
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : digits === "" ? 0 : Number.NaN;
}

/** The sum of all bytes of the header, its own field counted as blanks; old programs added bytes as if they had a sign. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < tarBlock || block[0] === 0) return false;
  const told = tarNumber(block.subarray(148, 156));
  let sum = 0;
  let signed = 0;
  for (let at = 0; at < tarBlock; at++) {
    const byte = at >= 148 && at < 156 ? 32 : (block[at] as number);
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return told === sum || told === signed;
}

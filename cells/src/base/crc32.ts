// CRC-32 as zip and gzip have it (ISO 3309), eight bytes at a time.

const tables: readonly Uint32Array[] = Array.from({ length: 8 }, () => new Uint32Array(256));
const [first = new Uint32Array(256)] = tables;
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  first[byte] = crc >>> 0;
}
for (let nth = 1; nth < 8; nth++) {
  const before = tables[nth - 1] as Uint32Array;
  const table = tables[nth] as Uint32Array;
  for (let byte = 0; byte < 256; byte++) {
    const crc = before[byte] as number;
    table[byte] = ((first[crc & 255] as number) ^ (crc >>> 8)) >>> 0;
  }
}
const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as readonly [
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
];

/** `before`: of the bytes that came earlier, 0 at the beginning. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let at = 0;
  for (const end = bytes.length - 7; at < end; at += 8) {
    const low =
      crc ^
      ((bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24));
    crc =
      (t7[low & 255] as number) ^
      (t6[(low >>> 8) & 255] as number) ^
      (t5[(low >>> 16) & 255] as number) ^
      (t4[low >>> 24] as number) ^
      (t3[bytes[at + 4] as number] as number) ^
      (t2[bytes[at + 5] as number] as number) ^
      (t1[bytes[at + 6] as number] as number) ^
      (t0[bytes[at + 7] as number] as number);
  }
  for (; at < bytes.length; at++) crc = (t0[(crc ^ (bytes[at] as number)) & 255] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

// The letters of a read as BAM packs them, four bits each (SAM specification 1.6, section 4.2.3).

const letters = new TextEncoder().encode("=ACMGRSVTWYHKDBN");

/** The four letters of two bytes, all in their order from the lowest byte: four at a time take half the time of two. */
export const lettersOfTwoBytes = new Uint32Array(1 << 16);
for (let two = 0; two < 1 << 16; two++) {
  const pair = (byte: number): number => (letters[byte >> 4] as number) | ((letters[byte & 15] as number) << 8);
  lettersOfTwoBytes[two] = pair(two & 255) | (pair(two >> 8) << 16);
}

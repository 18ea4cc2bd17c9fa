// CRC-64 as xz counts it (ECMA-182, reflected): in halves of 32 bits.

const low = new Uint32Array(256);
const high = new Uint32Array(256);
for (let byte = 0; byte < 256; byte++) {
  let [h, l] = [0, byte];
  for (let bit = 0; bit < 8; bit++) {
    const isOdd = (l & 1) !== 0;
    l = ((l >>> 1) | (h << 31)) >>> 0;
    h >>>= 1;
    if (!isOdd) continue;
    h = (h ^ 0xc96c5795) >>> 0;
    l = (l ^ 0xd7870f42) >>> 0;
  }
  low[byte] = l;
  high[byte] = h;
}

export class Crc64 {
  private low = 0xffff_ffff;
  private high = 0xffff_ffff;

  update(bytes: Uint8Array): void {
    let [l, h] = [this.low, this.high];
    for (let at = 0; at < bytes.length; at++) {
      const entry = (l ^ (bytes[at] as number)) & 255;
      l = ((l >>> 8) | (h << 24)) ^ (low[entry] as number);
      h = (h >>> 8) ^ (high[entry] as number);
    }
    this.low = l;
    this.high = h;
  }

  /** Eight bytes, the lowest first. */
  digest(): Uint8Array {
    const [l, h] = [~this.low, ~this.high];
    return Uint8Array.of(l, l >>> 8, l >>> 16, l >>> 24, h, h >>> 8, h >>> 16, h >>> 24);
  }
}

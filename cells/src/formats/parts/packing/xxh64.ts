// XXH64 with seed 0 (xxHash specification 0.8.2): what a frame of Zstandard may carry over its content. In halves of 32 bits,
// since numbers keep no product of 64.

/** Primes, as [high, low]. */
const p1 = [0x9e3779b1, 0x85ebca87] as const;
const p2 = [0xc2b2ae3d, 0x27d4eb4f] as const;
const p3 = [0x165667b1, 0x9e3779f9] as const;
const p4 = [0x85ebca77, 0xc2b2ae63] as const;
const p5 = [0x27d4eb2f, 0x165667c5] as const;

/** The high half of a product of 32 x 32 bits. */
function highOf(a: number, b: number): number {
  const [ah, al, bh, bl] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  // No partial sum passes 2^32, and whole words are faster than doubles.
  const middle = (Math.imul(ah, bl) >>> 0) + (Math.imul(al, bl) >>> 16);
  const other = (Math.imul(al, bh) >>> 0) + (middle & 0xffff);
  return (Math.imul(ah, bh) + ((middle / 65_536) >>> 0) + ((other / 65_536) >>> 0)) | 0;
}

export class Xxh64 {
  /** Four lanes, high and low in turn. */
  private readonly lanes = new Uint32Array(8);
  private readonly kept = new Uint8Array(32);
  private keptLength = 0;
  private total = 0;
  /** The last result of `multiply`. */
  private high = 0;
  private low = 0;

  constructor() {
    this.add(p1, p2);
    this.setLane(0);
    [this.high, this.low] = p2;
    this.setLane(1);
    this.setPair(0, 0);
    this.setLane(2);
    // 0 - prime 1
    this.setPair(~p1[0], -p1[1]);
    this.setLane(3);
  }

  update(bytes: Uint8Array): void {
    this.total += bytes.length;
    let at = 0;
    if (this.keptLength > 0) {
      const taken = Math.min(32 - this.keptLength, bytes.length);
      this.kept.set(bytes.subarray(0, taken), this.keptLength);
      this.keptLength += taken;
      at = taken;
      if (this.keptLength < 32) return;
      this.stripe(new DataView(this.kept.buffer), 0);
      this.keptLength = 0;
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; at + 32 <= bytes.length; at += 32) this.stripe(view, at);
    this.kept.set(bytes.subarray(at));
    this.keptLength = bytes.length - at;
  }

  /** The low half, which is what Zstandard keeps. */
  digestLow(): number {
    if (this.total >= 32) this.converge();
    else this.setPair(p5[0], p5[1]);
    this.plus(Math.floor(this.total / 2 ** 32), this.total >>> 0);
    const view = new DataView(this.kept.buffer);
    let at = 0;
    for (; at + 8 <= this.keptLength; at += 8) {
      const [high, low] = [this.high, this.low];
      this.round(0, 0, view.getUint32(at + 4, true), view.getUint32(at, true));
      this.setPair(this.high ^ high, this.low ^ low);
      this.rotate(27);
      this.multiply(p1[0], p1[1]);
      this.plus(p4[0], p4[1]);
    }
    if (at + 4 <= this.keptLength) {
      const [high, low] = [this.high, this.low];
      this.setPair(0, view.getUint32(at, true));
      this.multiply(p1[0], p1[1]);
      this.setPair(this.high ^ high, this.low ^ low);
      this.rotate(23);
      this.multiply(p2[0], p2[1]);
      this.plus(p3[0], p3[1]);
      at += 4;
    }
    for (; at < this.keptLength; at++) {
      const [high, low] = [this.high, this.low];
      this.setPair(0, this.kept[at] as number);
      this.multiply(p5[0], p5[1]);
      this.setPair(this.high ^ high, this.low ^ low);
      this.rotate(11);
      this.multiply(p1[0], p1[1]);
    }
    // The avalanche: shifts of 33, 29 and 32.
    this.setPair(this.high, this.low ^ (this.high >>> 1));
    this.multiply(p2[0], p2[1]);
    this.setPair(this.high ^ (this.high >>> 29), this.low ^ ((this.low >>> 29) | (this.high << 3)));
    this.multiply(p3[0], p3[1]);
    return (this.low ^ this.high) >>> 0;
  }

  private setPair(high: number, low: number): void {
    this.high = high >>> 0;
    this.low = low >>> 0;
  }

  private setLane(nth: number): void {
    this.lanes[2 * nth] = this.high;
    this.lanes[2 * nth + 1] = this.low;
  }

  private add(a: readonly [number, number], b: readonly [number, number]): void {
    this.setPair(a[0], a[1]);
    this.plus(b[0], b[1]);
  }

  private plus(high: number, low: number): void {
    const sum = this.low + low;
    this.setPair(this.high + high + (sum > 0xffff_ffff ? 1 : 0), sum);
  }

  private multiply(high: number, low: number): void {
    const top = highOf(this.low, low) + Math.imul(this.high, low) + Math.imul(this.low, high);
    this.setPair(top, Math.imul(this.low, low));
  }

  private rotate(bits: number): void {
    const { high, low } = this;
    this.setPair((high << bits) | (low >>> (32 - bits)), (low << bits) | (high >>> (32 - bits)));
  }

  /** acc = rotl(acc + input * p2, 31) * p1 */
  private round(accHigh: number, accLow: number, inHigh: number, inLow: number): void {
    this.setPair(inHigh, inLow);
    this.multiply(p2[0], p2[1]);
    this.plus(accHigh, accLow);
    this.rotate(31);
    this.multiply(p1[0], p1[1]);
  }

  /** A `round` of each lane, without a call: this is what every byte passes. */
  private stripe(view: DataView, at: number): void {
    const { lanes } = this;
    for (let nth = 0; nth < 8; nth += 2) {
      const inLow = view.getUint32(at + 4 * nth, true);
      const inHigh = view.getUint32(at + 4 * nth + 4, true);
      let low = Math.imul(inLow, p2[1]);
      let high = (highOf(inLow, p2[1]) + Math.imul(inHigh, p2[1]) + Math.imul(inLow, p2[0])) | 0;
      const sum = (low >>> 0) + (lanes[nth + 1] as number);
      high = (high + (lanes[nth] as number) + (sum > 0xffff_ffff ? 1 : 0)) | 0;
      low = sum | 0;
      const turnedHigh = (high << 31) | (low >>> 1);
      const turnedLow = ((low << 31) | (high >>> 1)) >>> 0;
      lanes[nth] = highOf(turnedLow, p1[1]) + Math.imul(turnedHigh, p1[1]) + Math.imul(turnedLow, p1[0]);
      lanes[nth + 1] = Math.imul(turnedLow, p1[1]);
    }
  }

  private converge(): void {
    let [high, low] = [0, 0];
    for (const [nth, bits] of [1, 7, 12, 18].entries()) {
      this.setPair(this.lanes[2 * nth] as number, this.lanes[2 * nth + 1] as number);
      this.rotate(bits);
      this.plus(high, low);
      [high, low] = [this.high, this.low];
    }
    for (let nth = 0; nth < 4; nth++) {
      this.round(0, 0, this.lanes[2 * nth] as number, this.lanes[2 * nth + 1] as number);
      this.setPair(this.high ^ high, this.low ^ low);
      this.multiply(p1[0], p1[1]);
      this.plus(p4[0], p4[1]);
      [high, low] = [this.high, this.low];
    }
  }
}

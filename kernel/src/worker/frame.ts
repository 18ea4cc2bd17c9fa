// The wire between a worker and its parent: frames over stdin and stdout, and no other channel. A frame is a JSON header
// and any number of binary parts. Both sides use this file; the parent never trusts what it reads (protocol.ts).
//
//   u32 header length | u32 number of parts | f64 length of each part | header (UTF-8 JSON) | parts      little-endian

export interface Frame {
  readonly header: unknown;
  readonly parts: readonly Uint8Array[];
}

export interface FrameLimits {
  /** Bytes of the header. */
  readonly header: number;
  readonly parts: number;
  /** Bytes of one part. */
  readonly part: number;
}

export const frameLimits: FrameLimits = { header: 64 << 20, parts: 4096, part: 2 ** 32 };

/** The bytes of a frame as pieces to be written one after the other: parts are not copied. */
export function framePieces(header: unknown, parts: readonly Uint8Array[] = []): Uint8Array[] {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const head = new Uint8Array(8 + parts.length * 8 + text.length);
  const view = new DataView(head.buffer);
  view.setUint32(0, text.length, true);
  view.setUint32(4, parts.length, true);
  parts.forEach((part, index) => view.setFloat64(8 + index * 8, part.length, true));
  head.set(text, 8 + parts.length * 8);
  return [head, ...parts.filter((part) => part.length > 0)];
}

/** Cuts a byte stream into frames. Throws on lengths beyond the limits: the peer is then no worker of ours. */
export class FrameReader {
  private readonly onFrame: (frame: Frame) => void;
  private readonly limits: FrameLimits;
  private readonly chunks: Uint8Array[] = [];
  private buffered = 0;
  private expecting: "sizes" | "lengths" | "header" | "part" = "sizes";
  private headerLength = 0;
  private lengths: number[] = [];
  private header: unknown = null;
  private parts: Uint8Array[] = [];
  private partCount = 0;
  /** The part being filled: bytes go straight into their place. */
  private filling: { readonly bytes: Uint8Array; at: number } | null = null;

  constructor(onFrame: (frame: Frame) => void, limits: FrameLimits = frameLimits) {
    this.onFrame = onFrame;
    this.limits = limits;
  }

  push(chunk: Uint8Array): void {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.filling) {
        const { bytes } = this.filling;
        const taken = Math.min(bytes.length - this.filling.at, rest.length);
        bytes.set(rest.subarray(0, taken), this.filling.at);
        this.filling.at += taken;
        rest = rest.subarray(taken);
        if (this.filling.at === bytes.length) {
          this.parts.push(bytes);
          this.filling = null;
          this.nextPart();
        }
        continue;
      }
      this.chunks.push(rest);
      this.buffered += rest.length;
      rest = this.readHead();
    }
  }

  /** Reads what it can of the frame's head; answers the bytes that belong to the parts. */
  private readHead(): Uint8Array {
    for (;;) {
      if (this.expecting === "sizes") {
        if (this.buffered < 8) return new Uint8Array(0);
        const view = viewOf(this.take(8));
        this.headerLength = view.getUint32(0, true);
        this.partCount = view.getUint32(4, true);
        if (this.headerLength > this.limits.header || this.partCount > this.limits.parts) {
          throw new RangeError("a frame is larger than a worker may send");
        }
        this.expecting = "lengths";
      } else if (this.expecting === "lengths") {
        if (this.buffered < this.partCount * 8) return new Uint8Array(0);
        const view = viewOf(this.take(this.partCount * 8));
        this.lengths = Array.from({ length: this.partCount }, (_, index) => view.getFloat64(index * 8, true));
        if (!this.lengths.every((length) => Number.isInteger(length) && length >= 0 && length <= this.limits.part)) {
          throw new RangeError("a part of a frame is larger than a worker may send");
        }
        this.expecting = "header";
      } else if (this.expecting === "header") {
        if (this.buffered < this.headerLength) return new Uint8Array(0);
        this.header = JSON.parse(new TextDecoder().decode(this.take(this.headerLength)));
        this.parts = [];
        this.expecting = "part";
        const rest = this.take(this.buffered);
        this.nextPart();
        if (this.filling || rest.length === 0) return rest;
        this.chunks.push(rest);
        this.buffered = rest.length;
      } else {
        return this.take(this.buffered);
      }
    }
  }

  private nextPart(): void {
    for (;;) {
      const length = this.lengths[this.parts.length];
      if (length === undefined) {
        const frame: Frame = { header: this.header, parts: this.parts };
        this.expecting = "sizes";
        this.parts = [];
        this.onFrame(frame);
        return;
      }
      if (length > 0) {
        this.filling = { bytes: new Uint8Array(length), at: 0 };
        return;
      }
      this.parts.push(new Uint8Array(0));
    }
  }

  private take(length: number): Uint8Array {
    const first = this.chunks[0];
    if (first && first.length >= length) {
      if (first.length === length) this.chunks.shift();
      else this.chunks[0] = first.subarray(length);
      this.buffered -= length;
      return first.subarray(0, length);
    }
    const joined = new Uint8Array(length);
    let at = 0;
    while (at < length) {
      const chunk = this.chunks[0] as Uint8Array;
      const taken = Math.min(chunk.length, length - at);
      joined.set(chunk.subarray(0, taken), at);
      at += taken;
      if (taken === chunk.length) this.chunks.shift();
      else this.chunks[0] = chunk.subarray(taken);
    }
    this.buffered -= length;
    return joined;
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

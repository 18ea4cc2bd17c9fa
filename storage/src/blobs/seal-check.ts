// Whether the bytes of a sealed object are those that were sealed, told while they pass by in parts of any size: whoever
// copies one knows at its end whether the copy is sound. Called by backups.

import { header, openSegment, sealedSize, segmentCount, segmentSize } from "./segments.ts";

export class SealCheck {
  readonly #key: Uint8Array;
  readonly #blob: string;
  /** Of the whole object, as it was written. */
  readonly #size: number;
  readonly #last: number;
  readonly #piece = new Uint8Array(segmentSize);
  #filled = 0;
  /** Of whole pieces: the header, then the segments. */
  #passed = 0;
  #sound = true;

  constructor(sealed: { readonly blob: string; readonly key: Uint8Array; readonly size: number }) {
    this.#key = sealed.key;
    this.#blob = sealed.blob;
    this.#size = sealedSize(sealed.size);
    this.#last = segmentCount(sealed.size) - 1;
  }

  add(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && this.#sound; ) {
      const whole = this.#passed === 0 ? header.length : Math.min(segmentSize, this.#size - this.#passed);
      const part = chunk.subarray(at, at + whole - this.#filled);
      this.#piece.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === whole) this.#sound = whole > 0 && this.#opens(this.#piece.subarray(0, whole));
    }
  }

  /** After the last part. */
  isSound(): boolean {
    return this.#sound && this.#filled === 0 && this.#passed === this.#size;
  }

  #opens(piece: Uint8Array): boolean {
    const start = this.#passed;
    this.#passed += piece.length;
    this.#filled = 0;
    if (start === 0) return Buffer.compare(piece, header) === 0;
    const index = (start - header.length) / segmentSize;
    try {
      openSegment(this.#key, this.#blob, index, index === this.#last, piece);
      return true;
    } catch {
      return false;
    }
  }
}

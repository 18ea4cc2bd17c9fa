// How plain bytes become a sealed object: a short header, then segments of 64 KiB, each AES-256-GCM of its own, so that
// any range opens without the rest and a writer can go on where it stopped. Used by sealed-blobs.ts and sealed uploads.
//
// A segment is nonce (12) | ciphertext | tag (16). Its nonce is random, because a part of an upload that broke is written
// again under the same key, maybe with other bytes: a counted nonce would then repeat. Place and end are authenticated
// instead: blob id, segment number and "this is the last" are the associated data, so that segments of another blob, in
// another order or cut off at the end do not open. (The construction is STREAM of Hoang, Reyhanitabar, Rogaway and
// Vizár 2015 with the counter moved from nonce to associated data.) 96 random bits under one key stay far from
// repeating for any file: 2^24 segments are a terabyte, with a chance of collision below 2^-48.

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { BlobDamaged } from "./blob-store.ts";

export const header = Uint8Array.from(Buffer.from("GCBLOB1\n", "latin1"));
export const segmentSize = 65_536;
const nonceSize = 12;
const tagSize = 16;
/** Plain bytes in a full segment. */
export const plainPerSegment = segmentSize - nonceSize - tagSize;

const associated = (blob: string, index: number, last: boolean): Buffer =>
  Buffer.from(`${blob}\0${index}\0${last ? "last" : "more"}`);

export function sealSegment(key: Uint8Array, blob: string, index: number, last: boolean, plain: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(nonceSize + plain.length + tagSize);
  sealSegmentInto(sealed, key, blob, index, last, plain);
  return sealed;
}

/** The same at the beginning of `target`; answers how many bytes it took. */
export function sealSegmentInto(
  target: Uint8Array,
  key: Uint8Array,
  blob: string,
  index: number,
  last: boolean,
  plain: Uint8Array,
): number {
  const nonce = randomBytes(nonceSize);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(associated(blob, index, last));
  target.set(nonce);
  target.set(cipher.update(plain), nonceSize);
  cipher.final();
  target.set(cipher.getAuthTag(), nonceSize + plain.length);
  return nonceSize + plain.length + tagSize;
}

export function openSegment(key: Uint8Array, blob: string, index: number, last: boolean, sealed: Uint8Array): Uint8Array {
  if (sealed.length < nonceSize + tagSize) throw new BlobDamaged(blob, `segment ${index} is cut short`);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceSize), { authTagLength: tagSize });
  decipher.setAAD(associated(blob, index, last));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagSize));
  try {
    const plain = decipher.update(sealed.subarray(nonceSize, sealed.length - tagSize));
    decipher.final();
    return plain;
  } catch (cause) {
    throw new BlobDamaged(blob, `segment ${index} is not what was written`, { cause });
  }
}

/** Segments of `plainSize` bytes; an empty file has one, empty, so that its absence is noticed. */
export const segmentCount = (plainSize: number): number => Math.max(1, Math.ceil(plainSize / plainPerSegment));

export const sealedSize = (plainSize: number): number =>
  header.length + plainSize + segmentCount(plainSize) * (nonceSize + tagSize);

/** Where segment `index` begins in the object. */
export const segmentStart = (index: number): number => header.length + index * segmentSize;

/** Header and segments of a whole stream; `onPlain` sees the bytes as they pass. */
export async function* sealStream(
  key: Uint8Array,
  blob: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  onPlain: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  yield header;
  const cutter = new SegmentCutter();
  let index = 0;
  for await (const chunk of content) {
    onPlain(chunk);
    for (const plain of cutter.add(chunk)) yield sealSegment(key, blob, index++, false, plain);
  }
  yield sealSegment(key, blob, index, true, cutter.rest());
}

/** The plain bytes of what `sealStream` made, from parts of any size. Throws BlobDamaged where it is not that, or was cut. */
export async function* openStream(key: Uint8Array, blob: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting = new Uint8Array(0);
  let index = 0;
  let isBegun = false;
  for await (const chunk of content) {
    const bytes = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    let at = 0;
    if (!isBegun && bytes.length >= header.length) {
      if (Buffer.compare(bytes.subarray(0, header.length), header) !== 0) throw new BlobDamaged(blob, "its header is not ours");
      at = header.length;
      isBegun = true;
    }
    // The end of the stream alone tells which segment is the last.
    for (; isBegun && bytes.length - at > segmentSize; at += segmentSize)
      yield openSegment(key, blob, index++, false, bytes.subarray(at, at + segmentSize));
    waiting = Uint8Array.from(bytes.subarray(at));
  }
  if (!isBegun) throw new BlobDamaged(blob, "it is cut short");
  yield openSegment(key, blob, index, true, waiting);
}

/**
 * Cuts a stream into full segments and keeps back what may be the last: 1 to plainPerSegment bytes once anything came,
 * so that only the end of the stream decides which segment is the last.
 */
export class SegmentCutter {
  readonly #segment = new Uint8Array(plainPerSegment);
  #filled = 0;

  constructor(start: Uint8Array = new Uint8Array(0)) {
    this.#segment.set(start);
    this.#filled = start.length;
  }

  /** Each segment holds until the next one is asked for: the same bytes are filled again. */
  *add(chunk: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < chunk.length; ) {
      if (this.#filled === plainPerSegment) {
        yield this.#segment;
        this.#filled = 0;
      }
      const part = chunk.subarray(at, at + plainPerSegment - this.#filled);
      this.#segment.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
    }
  }

  /** Holds until something is added. */
  rest(): Uint8Array {
    return this.#segment.subarray(0, this.#filled);
  }
}

// The port behind which bytes lie: a folder now, an object store later. It knows nothing of keys and never sees plain
// bytes of a lab (sealed-blobs.ts encrypts above it). One contract suite runs against every implementation.

export interface BlobStore {
  /** Writes a whole object; it is there completely or not at all. Replaces an object of that name. Answers its size. */
  write(id: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number>;
  /**
   * Writes parts into an object that grows (an upload under way), from byte `at` on; whatever lay behind is cut off.
   * Parts are safe on disk when the promise settles, also when the source broke: what came before it stays.
   */
  writeAt(id: string, at: number, parts: AsyncIterable<Uint8Array>): Promise<number>;
  /** Bytes [start, end). Rejects with BlobMissing where there is no such object. */
  read(id: string, start: number, end: number): Promise<Uint8Array>;
  /** Size in bytes, or null where there is no such object. */
  size(id: string): Promise<number | null>;
  /** Does nothing where there is no such object. */
  delete(id: string): Promise<void>;
  /** Every object, with when it was last written (milliseconds since the epoch): for the collector of orphans. */
  list(): AsyncIterable<{ readonly id: string; readonly size: number; readonly writtenAt: number }>;
}

export class BlobMissing extends Error {
  constructor(id: string, options?: ErrorOptions) {
    super(`There is no blob ${id}.`, options);
    this.name = "BlobMissing";
  }
}

/** Bytes that are not those that were written: cut short, changed, or of another blob. */
export class BlobDamaged extends Error {
  constructor(id: string, detail: string, options?: ErrorOptions) {
    super(`Blob ${id} is damaged: ${detail}.`, options);
    this.name = "BlobDamaged";
  }
}

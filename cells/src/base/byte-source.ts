// Bytes that may be larger than memory: a data set on disk, in an encrypted blob, or in a test. Random access and stream.

export interface ByteSource {
  readonly size: number;
  /** Plain bytes [start, end). */
  read(start: number, end: number): Promise<Uint8Array>;
  /** All bytes in order, in chunks of the source's own size (64 KiB to 1 MiB). */
  stream(): AsyncIterable<Uint8Array>;
}

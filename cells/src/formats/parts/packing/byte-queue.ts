// Bytes of a stream, asked for by number: what the readers of packed files take them from. Holds no more than was asked for and
// the chunk behind it.

export class ByteQueue {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private held: Uint8Array<ArrayBufferLike> = new Uint8Array(0);
  private at = 0;
  /** Of the stream, as far as it was taken. */
  taken = 0;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  /** Bytes that lie here; fewer than `size` at the end of the stream. They stay until they are skipped, and are lent. */
  async peek(size: number): Promise<Uint8Array> {
    while (this.held.length - this.at < size) {
      const next = await this.chunks.next();
      if (next.done) break;
      const rest = this.held.subarray(this.at);
      const joined = new Uint8Array(rest.length + next.value.length);
      joined.set(rest);
      joined.set(next.value, rest.length);
      this.held = joined;
      this.at = 0;
    }
    return this.held.subarray(this.at, this.at + size);
  }

  skip(size: number): void {
    this.at += size;
    this.taken += size;
  }

  /** So many bytes, or null where the stream ends before. */
  async take(size: number): Promise<Uint8Array | null> {
    const bytes = await this.peek(size);
    if (bytes.length < size) return null;
    this.skip(size);
    return bytes;
  }

  async end(): Promise<void> {
    await this.chunks.return?.();
  }
}

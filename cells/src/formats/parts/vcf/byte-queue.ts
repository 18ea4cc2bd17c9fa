// Bytes of a stream by number: so many more, as one array. Nothing is taken that is not there: a length that lies ends the
// stream and not the memory.

export class ByteQueue {
  /** Taken before the first byte that is held. */
  offset = 0;
  private held = new Uint8Array(0);
  private start = 0;
  private end = 0;
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next `count` bytes, to be used before the next call; fewer at the end of the stream. */
  async take(count: number): Promise<Uint8Array> {
    while (this.end - this.start < count) {
      const next = await this.chunks.next();
      if (next.done) break;
      this.add(next.value);
    }
    const to = Math.min(this.end, this.start + count);
    const taken = this.held.subarray(this.start, to);
    this.offset += to - this.start;
    this.start = to;
    return taken;
  }

  /** Whether so many are at hand without waiting for the stream. */
  has(count: number): boolean {
    return this.end - this.start >= count;
  }

  /** Those that are at hand, as `take` gives them. */
  next(count: number): Uint8Array {
    const taken = this.held.subarray(this.start, this.start + count);
    this.start += count;
    this.offset += count;
    return taken;
  }

  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private add(chunk: Uint8Array): void {
    const left = this.end - this.start;
    if (this.end + chunk.length > this.held.length) {
      const more = new Uint8Array(Math.max(1 << 17, left * 2, left + chunk.length));
      more.set(this.held.subarray(this.start, this.end));
      this.held = more;
      this.start = 0;
      this.end = left;
    }
    this.held.set(chunk, this.end);
    this.end += chunk.length;
  }
}

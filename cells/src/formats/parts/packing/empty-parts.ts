// Packed parts one after another (members, streams, frames) of which none holds a byte. A program writes one at times; thousands are
// there to keep a reader busy, since each takes a dozen bytes of the file and a whole start of the reader.

const most = 10_000;

export class EmptyParts {
  private inARow = 0;
  readonly detail = `more than ${most.toLocaleString("en-US")} parts that hold nothing follow each other`;

  /** Before each part. */
  begin(): void {
    this.inARow++;
  }

  /** What came out of it. */
  met(bytes: number): void {
    if (bytes > 0) this.inARow = 0;
  }

  get areTooMany(): boolean {
    return this.inARow > most;
  }
}

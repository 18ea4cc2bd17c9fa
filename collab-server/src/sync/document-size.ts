// How much a document holds, and where it ends (SPEC, L-5): who has it open is told before that. What was stored beyond the
// limit opens and takes nothing more; what is deleted is taken always.

import * as Y from "yjs";

/** Bytes of a document as it is stored, collected. */
export const largestDocument = 50 * 2 ** 20;
/** What Yjs keeps a record of: a run of letters, a cell, a value. A long life of typing makes tens of thousands. */
export const mostRecords = 200_000;
/** In one message: taking them in costs about a quarter of a second. */
export const mostRecordsAtOnce = 20_000;
/** Of either; from here on people are told. */
const nearlyFull = 0.8;
/** Measuring takes about a millisecond for a megabyte: for a warning, never again before so much has come. */
const measureAfter = 2 ** 20;

/** From 0 to 1, of whichever limit is nearer. */
export type Fullness = number;

export class DocumentFull extends Error {
  constructor() {
    super("A document has reached its size, or a message is larger than one may be.");
    this.name = "DocumentFull";
  }
}

/** Counts what one message holds. */
export function atMost(most: number): () => void {
  let count = 0;
  return () => {
    if (++count > most) throw new DocumentFull();
  };
}

export class DocumentSize {
  private readonly doc: () => Y.Doc;
  private readonly tell: (fullness: Fullness) => void;
  private measured = 0;
  /** Taken since it was measured; what of it was deleted again is not known. */
  private since = 0;
  private told = 0;

  /** `tell`: the document is nearly full, or fuller by a hundredth than was told. */
  constructor(doc: () => Y.Doc, tell: (fullness: Fullness) => void) {
    this.doc = doc;
    this.tell = tell;
  }

  /** For whoever comes meanwhile; null while there is room. */
  get fullness(): Fullness | null {
    return this.told > 0 ? this.told : null;
  }

  takes(updates: readonly Uint8Array[]): void {
    for (const { length } of updates) this.since += length;
    if (this.bytes >= nearlyFull * largestDocument && this.since >= measureAfter) this.measure();
    const bytes = this.bytes / largestDocument;
    const now = Math.min(1, Math.floor(100 * Math.max(bytes, records(this.doc()) / mostRecords)) / 100);
    if (now === this.told || (now < nearlyFull && this.told === 0)) return;
    this.told = now < nearlyFull ? 0 : now;
    this.tell(now);
  }

  /** So many bytes more are too much. */
  exceeds(bytes: number): boolean {
    // Something may have been deleted.
    if (this.bytes + bytes > largestDocument && this.since > 0) this.measure();
    return this.bytes + bytes > largestDocument || records(this.doc()) >= mostRecords;
  }

  private get bytes(): number {
    return this.measured + this.since;
  }

  private measure(): void {
    this.measured = Y.encodeStateAsUpdate(this.doc()).length;
    this.since = 0;
  }
}

/** What Yjs keeps of a document, one by one. */
export function records(doc: Y.Doc): number {
  let count = 0;
  for (const structs of doc.store.clients.values()) count += structs.length;
  return count;
}

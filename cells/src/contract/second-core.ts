// A second core for long work on bytes: a thread that knows pieces of work by name, is given bytes, and answers with data.

/** A piece of work as it runs there. */
export interface Piece {
  push(bytes: Uint8Array): void;
  /** What came of it: data that may be given to another thread. */
  finish(): unknown;
}
/** The list of them, each loaded when it is asked for: a line each in `second-core-pieces.ts`. */
export type PieceMaker = (asked: never) => Piece;

export interface SecondCore {
  /** Null while it works for somebody else. `asked` is data. */
  begin(piece: string, asked: unknown): SecondCoreWork | null;
}

export interface SecondCoreWork {
  /** Gives bytes away, in order. Resolves once few wait there, so that a file of any length takes no more memory. */
  give(bytes: Uint8Array): Promise<void>;
  /** What came of it; rejects with whatever failed there. */
  finish(): Promise<unknown>;
  /** What came of it is wanted no more. */
  stop(): void;
}

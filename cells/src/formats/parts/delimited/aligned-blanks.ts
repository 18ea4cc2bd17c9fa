// Columns that are aligned by several blanks, as PLINK and R print them: runs of blanks outside quotes as one blank, those at
// the ends of a line as none. What comes out has as many lines, and one blank between fields. Where texts have blanks of their own
// ("Bob Smith   9  Koeln") two at least stand between fields: those become a tab.

import type { DelimitedSource } from "./delimited-source.ts";

const blank = 32;
const tab = 9;
const quote = 34;

/** Keeps its place between the pieces of a text. */
export class AlignedBlanks {
  private inside = false;
  private atStart = true;
  /** Blanks that wait for what comes behind them. */
  private waiting = 0;
  private readonly quotes: boolean;
  private readonly byTwo: boolean;

  constructor(quotes: boolean, byTwo = false) {
    this.quotes = quotes;
    this.byTwo = byTwo;
  }

  /** The piece without its runs of blanks; a copy. */
  closed(piece: Uint8Array): Uint8Array {
    const out = new Uint8Array(piece.length + 1);
    let to = 0;
    for (const byte of piece) {
      if (!this.inside && (byte === blank || byte === tab)) {
        if (!this.atStart) this.waiting += byte === tab ? 2 : 1;
        continue;
      }
      if (byte === 10 || byte === 13) {
        if (!this.inside) this.waiting = 0;
        this.atStart = !this.inside;
      } else {
        if (this.waiting > 0) out[to++] = this.byTwo && this.waiting > 1 ? tab : blank;
        this.waiting = 0;
        this.atStart = false;
        if (byte === quote && this.quotes) this.inside = !this.inside;
      }
      out[to++] = byte;
    }
    return out.subarray(0, to);
  }
}

export const withoutAlignment = (source: DelimitedSource, quotes: boolean, byTwo: boolean): DelimitedSource => ({
  open: async function* () {
    const blanks = new AlignedBlanks(quotes, byTwo);
    for await (const piece of source.open()) yield blanks.closed(piece);
  },
  fraction: source.fraction,
});

// The first rows of a delimited text as texts, by the rules of the parser that reads all of it (table-parser.ts).

export interface SampleRows {
  readonly rows: readonly (readonly string[])[];
  /** Where each row ends, in characters after its line end. */
  readonly ends: readonly number[];
  /** The quote that opens in the first row is not closed as far as was read. */
  readonly isOpen: boolean;
  /** Where in the first row something stands behind a closing quote that is neither a delimiter nor a line end; -1: nowhere. */
  readonly inside: number;
  /** Where a byte stands, outside quotes, that ends lines of the other kind; -1 when none does. */
  readonly loneReturn: number;
  /** Every field that holds something stands in quotes, the first row aside. */
  readonly allQuoted: boolean;
}

export interface SampleOptions {
  readonly delimiter: string;
  readonly newline: string;
  /** A quote at the beginning of a field opens it. */
  readonly quotes: boolean;
  /** The text is all of the file. */
  readonly whole: boolean;
  readonly limit: number;
}

export function isBlankLine(text: string, at: number, newline: string): boolean {
  let end = at;
  if (newline === "\n") while (text.charAt(end) === "\r") end++;
  return text.charAt(end) === newline;
}

/** The LF behind a CR, where lines end with CR. */
export const isOtherHalf = (text: string, at: number, newline: string): boolean => newline === "\r" && text.charAt(at) === "\n";

/** The first rows as texts. A row that the sample cuts is left out, unless it is the only one. */
export function sampleRows(text: string, { delimiter, newline, quotes, whole, limit }: SampleOptions): SampleRows {
  const rows: string[][] = [];
  const ends: number[] = [];
  let isOpen = false;
  let inside = -1;
  let loneReturn = -1;
  let bare = 0;
  let quoted = 0;
  let row: string[] = [];
  let at = 0;
  while (at < text.length && rows.length < limit) {
    if (row.length === 0 && isOtherHalf(text, at, newline)) {
      at++;
      continue;
    }
    if (row.length === 0 && isBlankLine(text, at, newline)) {
      at = text.indexOf(newline, at) + 1;
      continue;
    }
    let field = "";
    let opens = at;
    if (quotes && delimiter !== " ") while (text.charAt(opens) === " ") opens++;
    const isQuoted = quotes && text.charAt(opens) === '"';
    if (isQuoted) {
      if (rows.length > 0) quoted++;
      at = opens + 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) {
          field += text.slice(at);
          at = text.length;
          isOpen = rows.length === 0;
          break;
        }
        field += text.slice(at, close);
        at = close + 1;
        if (text.charAt(at) !== '"') break;
        field += '"';
        at++;
      }
    }
    let stop = at;
    while (stop < text.length && text.charAt(stop) !== delimiter && text.charAt(stop) !== newline) stop++;
    const ended = stop >= text.length || text.charAt(stop) === newline;
    // A carriage return that the sample cuts off may be half of a line end.
    let last = stop;
    if (ended && newline === "\n") while (last > at && text.charAt(last - 1) === "\r") last--;
    const rest = text.slice(at, last);
    const lone = rest.indexOf(newline === "\n" ? "\r" : "\n");
    if (lone >= 0 && loneReturn < 0) loneReturn = at + lone;
    if (isQuoted && rest.trim() !== "" && rows.length === 0 && inside < 0) inside = at;
    if (!isQuoted || rest.trim() !== "") field += rest;
    // Names may be bare above quoted cells.
    if (!isQuoted && rest.trim() !== "" && rows.length > 0) bare++;
    at = stop;
    row.push(field);
    if (ended) {
      if (at >= text.length && !whole && rows.length > 0) break;
      rows.push(row);
      row = [];
      at++;
      ends.push(Math.min(at, text.length));
    } else {
      at++;
      if (at >= text.length) {
        // A delimiter is the last character: one more, empty, field.
        row.push("");
        rows.push(row);
        ends.push(text.length);
        row = [];
      }
    }
  }
  return { rows, ends, isOpen, inside, loneReturn, allQuoted: quoted > 0 && bare === 0 };
}

/** How many fields most rows have. */
export function commonWidth(rows: readonly (readonly string[])[]): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best: number | null = null;
  for (const [width, count] of counts) if (best === null || count > (counts.get(best) as number)) best = width;
  return best;
}

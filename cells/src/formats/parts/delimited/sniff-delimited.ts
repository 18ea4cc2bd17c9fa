// How a delimited file is laid out, found in its first bytes: line ends, delimiter, lines of comment before the header,
// whether there is a header and whether it is one field short (R's write.table leaves the name of the row names out).

import { FailureError } from "../../../base/failure.ts";
import { type LineEnd, lineEndOf } from "./line-ends.ts";
import { missingNumbers, numberOfText } from "./number-text.ts";
import { mixedLineEnds, openQuote } from "./record-error.ts";
import { words } from "../words.ts";

export interface DelimitedLayout {
  readonly delimiter: string;
  readonly lineEnd: LineEnd;
  /** Bytes and lines before the first row of data. */
  readonly dataStart: number;
  readonly linesBefore: number;
  readonly hasHeader: boolean;
  /** The header was one field short: its first column got the name "". */
  readonly shortHeader: boolean;
  /** One name per column, as they stand in the file, "" where there is none. */
  readonly names: readonly string[];
  /** Lines of comment (#) that were passed over. */
  readonly comments: number;
  /** The first line says which character stands between fields, as Excel takes it: "sep=;". */
  readonly saysDelimiter: boolean;
  /** The first rows as texts, at most 100, for deciding how to read on. */
  readonly sample: readonly (readonly string[])[];
}

export interface SniffOptions {
  readonly delimiter?: string;
  readonly header?: boolean;
}

const candidates = ["\t", ",", ";", "|", " "] as const;
/** What Excel reads, and writes nothing of: a line that is no header. */
export const delimiterSaid = /^"?sep=([^\r\n"])"?(?:\r|\n)/i;
/** Behind these a quote opens a field; behind a blank it may as well be inside of a text. */
const beforeQuotes = ["\t", ",", ";", "|"] as const;

/**
 * `bytes`: the beginning of the file after its byte order mark; `whole` when it is all of it. Null when there is no line
 * at all. Fails with "load.quote-open", "load.header-not-utf8" and "load.line-ends-mixed".
 */
export function sniffDelimited(bytes: Uint8Array, whole: boolean, given: SniffOptions = {}): DelimitedLayout | null {
  const said = delimiterSaid.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 16)));
  const options = said?.[1] && given.delimiter === undefined ? { ...given, delimiter: said[1] } : given;
  const lineEnd = lineEndOf(
    bytes,
    (options.delimiter ? [options.delimiter] : beforeQuotes).map((delimiter) => delimiter.charCodeAt(0)),
  );
  const text = new TextDecoder("utf-8").decode(bytes);
  const newline = lineEnd === 10 ? "\n" : "\r";
  let start = said ? text.indexOf(newline) + 1 : 0;
  let comments = said ? 1 : 0;
  // Comments: leading lines with "#", unless the last of them is the header of what follows ("#CHROM POS").
  const starts: number[] = [];
  while (text.charAt(start) === "#" || isBlankLine(text, start, newline) || isOtherHalf(text, start, newline)) {
    if (isOtherHalf(text, start, newline)) {
      start++;
      continue;
    }
    const next = text.indexOf(newline, start);
    if (next < 0) break;
    if (text.charAt(start) === "#") starts.push(start);
    start = next + 1;
    comments++;
  }
  const rowsFrom = (from: number, delimiter: string): Rows => readRows(text.slice(from), delimiter, newline, whole, 120);
  let found = bestDelimiter(options.delimiter, (delimiter) => rowsFrom(start, delimiter));
  const lastComment = starts[starts.length - 1];
  if (lastComment !== undefined) {
    const header = rowsFrom(lastComment, found.delimiter).rows[0] ?? [];
    const first = found.rows.rows[0];
    const isHeader = first !== undefined && header.length === first.length && header.length > 1 && looksLikeData(first);
    if (isHeader || start >= text.length) {
      start = lastComment;
      comments--;
      found = bestDelimiter(options.delimiter, (delimiter) => rowsFrom(start, delimiter));
    }
  }
  const { delimiter, rows } = found;
  const first = rows.rows[0];
  if (!first) return null;
  if (rows.isOpen) throw openQuote(comments + 1);
  if (rows.loneReturn >= 0) {
    const line = countOf(text.slice(0, start + rows.loneReturn), newline) + 1;
    throw mixedLineEnds(line);
  }
  const body = rows.rows.slice(1);
  const width = commonWidth(body) ?? first.length;
  const trailing = body.length > 0 && body.every((row) => row.length < width || row[width - 1] === "");
  const shortHeader =
    options.header !== false && first.length === width - 1 && !trailing && first.length > 0 && !looksLikeData(first);
  const hasHeader = options.header ?? (shortHeader || isHeader(first, body));
  const columns = hasHeader ? (shortHeader ? width : first.length) : Math.max(first.length, 1);
  const names = hasHeader ? (shortHeader ? ["", ...first] : first) : Array.from({ length: columns }, () => "");
  const headerLines = hasHeader ? countOf(text.slice(start, start + (rows.ends[0] as number)), newline) : 0;
  const headerStart = afterLines(bytes, lineEnd, comments);
  // Lines are counted, for letters that are not UTF-8 have no length that could be told from the text.
  const dataStart = !hasHeader
    ? headerStart
    : headerLines === 0
      ? bytes.length
      : afterLines(bytes, lineEnd, comments + headerLines);
  if (!isUtf8(bytes.subarray(headerStart, dataStart))) {
    throw new FailureError(words.failure("header-not-utf8", { line: comments + 1 }));
  }
  const linesBefore = comments + (hasHeader ? headerLines || 1 : 0);
  return {
    delimiter,
    lineEnd,
    dataStart,
    linesBefore,
    hasHeader,
    shortHeader,
    names: names.map((name) => name.trim()),
    comments: starts.length,
    saysDelimiter: said !== null,
    sample: (hasHeader ? body : rows.rows).slice(0, 100),
  };
}

interface Rows {
  readonly rows: readonly (readonly string[])[];
  /** Where each row ends, in characters after its line end. */
  readonly ends: readonly number[];
  /** The quote that opens in the first row is not closed as far as was read. */
  readonly isOpen: boolean;
  /** Where a byte stands, outside quotes, that ends lines of the other kind; -1 when none does. */
  readonly loneReturn: number;
}

/** Where the line begins that comes after `lines` line ends. */
function afterLines(bytes: Uint8Array, lineEnd: number, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines; line++) {
    const next = bytes.indexOf(lineEnd, at);
    if (next < 0) return bytes.length;
    at = next + 1;
  }
  return at;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isBlankLine(text: string, at: number, newline: string): boolean {
  let end = at;
  if (newline === "\n") while (text.charAt(end) === "\r") end++;
  return text.charAt(end) === newline;
}

/** The LF behind a CR, where lines end with CR. */
const isOtherHalf = (text: string, at: number, newline: string): boolean => newline === "\r" && text.charAt(at) === "\n";

const countOf = (text: string, part: string): number => text.split(part).length - 1;

/** The first rows as texts. A row that the sample cuts is left out, unless it is the only one. */
function readRows(text: string, delimiter: string, newline: string, whole: boolean, limit: number): Rows {
  const rows: string[][] = [];
  const ends: number[] = [];
  let isOpen = false;
  let loneReturn = -1;
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
    if (text.charAt(at) === '"') {
      at++;
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
    const bare = text.slice(at, last);
    const lone = bare.indexOf(newline === "\n" ? "\r" : "\n");
    if (lone >= 0 && loneReturn < 0) loneReturn = at + lone;
    field += bare;
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
  return { rows, ends, isOpen, loneReturn };
}

/** How many fields most rows have. */
function commonWidth(rows: readonly (readonly string[])[]): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best: number | null = null;
  for (const [width, count] of counts) if (best === null || count > (counts.get(best) as number)) best = width;
  return best;
}

function bestDelimiter(given: string | undefined, read: (delimiter: string) => Rows): { delimiter: string; rows: Rows } {
  if (given) return { delimiter: given, rows: read(given) };
  let best: { delimiter: string; rows: Rows; score: number } | null = null;
  for (const delimiter of candidates) {
    const rows = read(delimiter);
    const width = commonWidth(rows.rows.length > 1 ? rows.rows.slice(1) : rows.rows) ?? 1;
    if (width < 2) continue;
    const agreeing = rows.rows.filter((row) => row.length === width || row.length === width - 1).length / rows.rows.length;
    const exact = rows.rows.filter((row) => row.length === width).length / rows.rows.length;
    // Agreement first, and where two agree the one without a field too few: "a;1,5" is cut at the semicolon. Then more
    // fields; blanks stand in ordinary text, so they must be sure.
    const score = agreeing * 100 + exact * 8 + Math.min(width, 50) / 10 - (delimiter === " " ? 12 : 0);
    if (!best || score > best.score) best = { delimiter, rows, score };
  }
  return best ?? { delimiter: ",", rows: read(",") };
}

/** "inf" in the first row is a name. */
const isNumber = (cell: string): boolean => Number.isFinite(numberOfText(cell) ?? Number.NaN);
const looksLikeData = (row: readonly string[]): boolean => row.some((cell) => isNumber(cell));
const namesAnIdentifier =
  /^$|^#?chr(?:om|omosome)?$|(?:^|[^a-z])(?:id|gene|symbol|sample|name|probe|probeset|feature|entrez|ensembl|barcode|patient)s?(?:[^a-z0-9]|id|$)/i;

/** The first row names columns: it holds no number, or its numbers are ids over rows of the same shape (counts of samples 1, 2, 3). */
function isHeader(first: readonly string[], body: readonly (readonly string[])[]): boolean {
  if (!looksLikeData(first)) return true;
  if (!namesAnIdentifier.test(first[0] ?? "") || isNumber(first[0] ?? "")) return false;
  if (new Set(first).size !== first.length) return false;
  // "gene,1,2,3" over text and numbers: the corner is a word for identifiers, the rest are distinct.
  return body.some((row) => row.slice(1).some((cell) => isNumber(cell) || missingNumbers.has(cell)));
}

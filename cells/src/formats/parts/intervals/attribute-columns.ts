// The last field of annotations as columns: key=value of GFF3, key "value" of GTF. A key that stands more than once in a line
// (tags of GENCODE) has its values one behind the other, with commas between them, as GFF3 writes several values.

import type { Column, Semantic } from "../../../artifacts/artifact.ts";
import { AnySink } from "./cell-sinks.ts";
import { ExpectedRows } from "../delimited/grown-arrays.ts";
import { TextPool } from "../delimited/text-pool.ts";
import { words } from "./words.ts";

/** Of what annotations are written with some hundred names are in use; more are another file's texts. */
export const mostAttributes = 256;
export const otherAttributes = "other_attributes";

const [semicolon, equals, blank, quote, percent, comma] = [59, 61, 32, 34, 37, 44];
const decoder = new TextDecoder();
const encoder = new TextEncoder();

const meanings: { readonly [key: string]: Semantic } = {
  gene_id: "gene",
  gene_name: "gene",
  gene: "gene",
  gene_symbol: "gene",
  ID: "identifier",
  transcript_id: "identifier",
};

export class AttributeColumns {
  /** There are more names than become columns. */
  hasOthers = false;
  /** Values that hold a semicolon: the first row, and how many. */
  semicolons: { readonly row: number; count: number } | null = null;
  private row = 0;
  private line = 0;
  private readonly style: "gff3" | "gtf";
  readonly expected = new ExpectedRows();
  private readonly keys = new TextPool(() => false);
  private readonly names: string[] = [];
  private readonly sinks: AnySink[] = [];
  /** Row in which a key was seen last. */
  private readonly lastRow: number[] = [];
  /** Row in which its values were put together last. */
  private readonly joinedRow: number[] = [];
  private others: AnySink | null = null;
  /** Pairs of one line: key, and where its value stands. */
  private count = 0;
  private pairKeys = new Int32Array(64);
  private pairStarts = new Int32Array(64);
  private pairEnds = new Int32Array(64);

  constructor(style: "gff3" | "gtf") {
    this.style = style;
  }

  /** The last field of a line. */
  put(bytes: Uint8Array, [start, end]: readonly [number, number], row: number, line: number): void {
    this.row = row;
    this.line = line;
    if (end === start || (end - start === 1 && bytes[start] === 46)) return;
    this.count = 0;
    const rest = this.style === "gff3" ? this.cutByEquals(bytes, start, end) : this.cutByBlanks(bytes, start, end);
    for (let pair = 0; pair < this.count; pair++) {
      const key = this.pairKeys[pair] as number;
      const sink = this.sinks[key] as AnySink;
      const from = this.pairStarts[pair] as number;
      const to = this.pairEnds[pair] as number;
      if (this.joinedRow[key] === row) continue;
      if (this.lastRow[key] === row) {
        this.joinedRow[key] = row;
        const text = this.joinedValues(bytes, key);
        sink.replace(text, 0, text.length);
        continue;
      }
      this.lastRow[key] = row;
      while (sink.rows < row) sink.skip();
      if (this.style === "gff3" && hasByte(bytes, from, to, percent)) {
        const text = encoder.encode(decodedValue(decoder.decode(bytes.subarray(from, to))));
        sink.put(text, 0, text.length);
      } else sink.put(bytes, from, to);
    }
    if (rest !== "") this.putOther(rest, row);
  }

  private putOther(text: string, row: number): void {
    this.hasOthers = true;
    const sink = (this.others ??= new AnySink(false, false, this.expected.room));
    while (sink.rows < row) sink.skip();
    const bytes = encoder.encode(text);
    sink.put(bytes, 0, bytes.length);
  }

  private joinedValues(bytes: Uint8Array, key: number): Uint8Array {
    const values: string[] = [];
    for (let pair = 0; pair < this.count; pair++) {
      if (this.pairKeys[pair] !== key) continue;
      const text = decoder.decode(bytes.subarray(this.pairStarts[pair], this.pairEnds[pair]));
      values.push(this.style === "gff3" ? decodedValue(text) : text);
    }
    return encoder.encode(values.join(","));
  }

  /** The number of a key; -1: there are too many. */
  private keyOf(bytes: Uint8Array, start: number, end: number): number {
    const code = this.keys.intern(bytes, start, end);
    if (code < this.names.length) return code;
    if (this.names.length >= mostAttributes) return -1;
    const text = decoder.decode(bytes.subarray(start, end));
    this.names.push(this.style === "gff3" ? decodedKey(text) : text);
    this.sinks.push(new AnySink(false, false, this.expected.room));
    this.lastRow.push(-1);
    this.joinedRow.push(-1);
    return code;
  }

  /** Answers what of it becomes no column. */
  private pair(bytes: Uint8Array, keyStart: number, keyEnd: number, start: number, end: number): string {
    const key = this.keyOf(bytes, keyStart, keyEnd);
    if (key < 0) return decoder.decode(bytes.subarray(keyStart, end));
    if (this.count === this.pairKeys.length) {
      for (const name of ["pairKeys", "pairStarts", "pairEnds"] as const) {
        const longer = new Int32Array(this.count * 2);
        longer.set(this[name]);
        this[name] = longer;
      }
    }
    this.pairKeys[this.count] = key;
    this.pairStarts[this.count] = start;
    this.pairEnds[this.count] = end;
    this.count++;
    return "";
  }

  private refuse(bytes: Uint8Array, start: number, end: number): never {
    const value = decoder.decode(bytes.subarray(start, Math.min(end, start + 80)));
    return words.fail(`no-attributes-${this.style}`, { line: this.line, value });
  }

  /** GFF3 1.26, column 9: tag=value pairs, between them semicolons. */
  private cutByEquals(bytes: Uint8Array, start: number, end: number): string {
    const others: string[] = [];
    let at = start;
    while (at < end) {
      let stop = at;
      while (stop < end && bytes[stop] !== semicolon) stop++;
      let from = at;
      while (from < stop && bytes[from] === blank) from++;
      let to = from;
      while (to < stop && bytes[to] !== equals) to++;
      let keyEnd = to;
      while (keyEnd > from && bytes[keyEnd - 1] === blank) keyEnd--;
      if (to === stop && keyEnd > from) {
        // A semicolon that should have been escaped: what stands behind it belongs to the value before.
        if (this.count === 0) return this.refuse(bytes, start, end);
        this.pairEnds[this.count - 1] = keyEnd;
        this.semicolons ??= { row: this.row, count: 0 };
        this.semicolons.count++;
      } else if (keyEnd > from) {
        const other = this.pair(bytes, from, keyEnd, to + 1, stop);
        if (other !== "") others.push(other);
      }
      at = stop + 1;
    }
    return others.join(";");
  }

  /** GTF 2.2: key, a blank, a value in quotes where it is a text, a semicolon, which may stand in quotes. */
  private cutByBlanks(bytes: Uint8Array, start: number, end: number): string {
    const others: string[] = [];
    let at = start;
    while (at < end) {
      while (at < end && (bytes[at] === blank || bytes[at] === semicolon)) at++;
      const keyStart = at;
      while (at < end && bytes[at] !== blank && bytes[at] !== semicolon && bytes[at] !== equals) at++;
      const keyEnd = at;
      while (at < end && (bytes[at] === blank || bytes[at] === equals)) at++;
      let from = at;
      let to = at;
      if (bytes[at] === quote && at < end) {
        from = at + 1;
        to = from;
        while (to < end && bytes[to] !== quote) to++;
        at = to + 1;
        // Several values of one key, each in quotes ("a","b", as converters of GFF3 write them).
        for (let next = this.nextQuoted(bytes, at, end); next > 0; next = this.nextQuoted(bytes, at, end)) {
          const before = this.pair(bytes, keyStart, keyEnd, from, to);
          if (before !== "") others.push(before);
          from = next + 1;
          to = from;
          while (to < end && bytes[to] !== quote) to++;
          at = to + 1;
        }
        // What else stands before the semicolon belongs to the text, its quotes with it.
        const closed = at;
        while (at < end && bytes[at] !== semicolon) at++;
        if (at > closed && !isBlankFrom(bytes, closed, at)) to = endOfText(bytes, from, at);
      } else {
        while (at < end && bytes[at] !== semicolon) at++;
        to = at;
        while (to > from && bytes[to - 1] === blank) to--;
      }
      if (keyEnd === keyStart) continue;
      if (to === from && bytes[from - 1] !== quote) return this.refuse(bytes, start, end);
      const other = this.pair(bytes, keyStart, keyEnd, from, to);
      if (other !== "") others.push(other);
    }
    return others.join("; ");
  }

  /** Where the quote of the next value stands behind a comma; 0: there is none. */
  private nextQuoted(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    while (at < end && bytes[at] === blank) at++;
    if (at >= end || bytes[at] !== comma) return 0;
    at++;
    while (at < end && bytes[at] === blank) at++;
    return at < end && bytes[at] === quote ? at : 0;
  }

  take(rows: number, lineOf: (row: number) => number): readonly Column[] {
    const finished = (sink: AnySink, name: string): Column => {
      while (sink.rows < rows) sink.skip();
      const semantic = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
      return sink.take(name, semantic === undefined ? {} : { semantic }, lineOf);
    };
    const columns = this.sinks.map((sink, at) => finished(sink, this.names[at] as string));
    return this.others ? [...columns, finished(this.others, otherAttributes)] : columns;
  }
}

function isBlankFrom(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== blank) return false;
  return true;
}

/** Without blanks and one closing quote at its end. */
function endOfText(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && bytes[end - 1] === blank) end--;
  return end > from && bytes[end - 1] === quote ? end - 1 : end;
}

function hasByte(bytes: Uint8Array, from: number, to: number, byte: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === byte) return true;
  return false;
}

const escaped = /(?:%[\da-f]{2})+/gi;

/** URL escapes (RFC 3986, 2.1); bytes that are no UTF-8 stay as they stand. */
export function percentDecoded(text: string): string {
  return text.replace(escaped, (found) => {
    try {
      return decodeURIComponent(found);
    } catch {
      return found;
    }
  });
}
const decodedKey = percentDecoded;

/** Where commas stand between several values, one inside of a value stays written as it is (%2C), so that the two differ. */
const decodedValue = (text: string): string =>
  text.includes(String.fromCharCode(comma)) ? percentDecoded(text.replaceAll(/%2c/gi, "%252C")) : percentDecoded(text);

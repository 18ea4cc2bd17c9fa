// A delimited file, of any size, into a table or, when it looks like one, into a matrix of numbers. Called by the load
// kind and by `inspect`. The source is read once; a second time only for columns that turned out to be text after
// numbers whose spelling matters ("1.50", then "n.d.").

import type { Column } from "../../../artifacts/artifact.ts";
import { FailureError } from "../../../base/failure.ts";
import { findByte } from "../../../base/find-byte.ts";
import type { SecondCore } from "../../../contract/second-core.ts";
import type { RowsContent } from "../../../contract/format.ts";
import { annotationColumns } from "../annotation-columns.ts";
import { withoutAlignment } from "./aligned-blanks.ts";
import {
  ColumnsInProgress,
  type DoubtfulMissing,
  float,
  type KeptName,
  type Naming,
  skipped,
  text,
} from "./columns-in-progress.ts";
import type { DelimitedSource } from "./delimited-source.ts";
import { type LaterPart, type SharedReading, shareLaterPart } from "./later-part.ts";
import { linesIn } from "./line-ends.ts";
import { ZeroByte, zeroByteIn } from "./zero-byte.ts";
import { MatrixParser } from "./matrix-parser.ts";
import { type MissingWords, missingWords } from "./missing-words.ts";
import { marksFound, type MarkSettings, type MarksTaken, mayHoldGroups, refuseContradiction, withMarks } from "./number-marks.ts";
import { numberOfText } from "./number-text.ts";
import type { TakenExponents } from "./numbers-of-texts.ts";
import { secondTable } from "./second-table.ts";
import { type DelimitedLayout, sniffDelimited, type SniffOptions } from "./sniff-delimited.ts";
import { type Layout, TableParser } from "./table-parser.ts";
import { summaryColumns } from "../summary-columns.ts";
import { refuseWide } from "../wide-tables.ts";
import { words } from "../words.ts";

export interface ReadDelimitedOptions extends SniffOptions {
  readonly ragged?: "fail" | "fill";
  readonly marks?: MarkSettings;
  /** Words for missing cells; null: those that are known. */
  readonly missing?: readonly string[] | null;
  /** The text was made of numbers (a sheet of Excel): their points are points. */
  readonly hasOwnNumbers?: boolean;
  /** "matrix" tries numbers into one array from two columns on, "auto" from 50 on, "table" never. */
  readonly matrix?: "auto" | "matrix" | "table";
  /** Reads the later part of a large file beside this one. */
  readonly secondCore?: SecondCore | null;
  /** From how many bytes on; for tests. */
  readonly leastShared?: number;
  /** Stop after so many bytes of text; the rows that are complete by then are answered. */
  readonly bytesWanted?: number;
  readonly signal?: AbortSignal;
  progress?(fraction: number | null): void;
}

export interface DelimitedFile {
  readonly layout: DelimitedLayout;
  /** Names that stood more than once in the header, each with its columns counted from 1. */
  readonly repeatedNames: readonly { readonly name: string; readonly columns: readonly number[] }[];
  readonly content: RowsContent;
  readonly exponents: readonly TakenExponents[];
  readonly longTexts: TableParser["longTexts"];
  readonly marksTaken: readonly MarksTaken[];
  readonly keptNames: readonly KeptName[];
  readonly doubtfulMissing: readonly DoubtfulMissing[];
  /** Rows that were filled at their end, and rows with empty fields too many: how many, and the lines of the first. */
  readonly filled: TableParser["filled"];
  readonly overfull: TableParser["overfull"];
  readonly emptyAmong: TableParser["emptyAmong"];
  /** Line of the file, from 1, where a row (from 0) begins. */
  lineOf(row: number): number;
  /** False when `bytesWanted` ended the reading. */
  readonly whole: boolean;
}

/** Of tables and of matrices. */
interface RowsParser {
  readonly rows: number;
  readonly failed?: boolean;
  readonly done?: boolean;
  readonly isBetweenRecords: boolean;
  push(chunk: Uint8Array): void;
  finish(): void;
  append(part: LaterPart): void;
}

const sampleSize = 1 << 16;
const wideEnough = 50;

/**
 * Fails with "load.empty", "load.header-only", "load.rows-unequal", "load.row-too-long", "load.row-surplus", "load.no-table",
 * "load.two-tables", "load.row-names-unclear", "load.quote-open", "load.quote-inside", "load.not-utf8", "load.header-not-utf8",
 * "load.line-ends-mixed", "load.zero-byte", "load.too-many-columns", "marks.unclear", "marks.same-mark".
 */
export async function readDelimited(source: DelimitedSource, options: ReadDelimitedOptions = {}): Promise<DelimitedFile> {
  const marks = options.marks ?? marksFound;
  refuseContradiction(marks);
  const reader = source.open()[Symbol.asyncIterator]();
  const head = await readHead(reader);
  const skip = checkBeginning(head.bytes);
  const layout = sniffDelimited(head.bytes.subarray(skip), head.whole, options);
  if (!layout) throw new FailureError(words.failure("empty"));
  if (layout.isAligned) {
    await reader.return?.();
    const { delimiter } = layout;
    const closed = withoutAlignment(source, options.quotes !== "none", delimiter === "\t");
    return readDelimited(closed, { ...options, delimiter, isClosed: true });
  }
  if (layout.sample.length === 0 && head.whole) {
    await reader.return?.();
    throw new FailureError(words.failure("header-only", { columns: layout.names.length }));
  }
  const { names, repeatedNames } = uniqueNames(layout.names);
  const parsing: Layout = {
    delimiter: layout.delimiter.charCodeAt(0),
    lineEnd: layout.lineEnd,
    columns: layout.names.length,
    quotes: options.quotes !== "none",
    fill: options.ragged === "fill",
    surplus: layout.surplus,
    linesBefore: layout.linesBefore,
  };
  const wanted = options.bytesWanted ?? Number.POSITIVE_INFINITY;
  const start = skip + layout.dataStart;
  const missing = missingWords(options.missing ?? null);
  const naming = layout.names.map(
    (name, at): Naming => (at === 0 || namesOfGenes.test(name) ? "identifiers" : codesOfPlaces.test(name) ? "codes" : null),
  );

  /** How far the last whole chunk came. */
  let done: { rows: number; fraction: number | null } = { rows: 0, fraction: null };
  /** Feeds a parser; answers whether the file was read to its end. `shared`: its later part is read elsewhere meanwhile. */
  const feed = async (
    parser: RowsParser,
    chunks: AsyncIterator<Uint8Array>,
    first: Uint8Array | null,
    shared: SharedReading | null = null,
  ): Promise<boolean> => {
    let passed = 0;
    const push = (chunk: Uint8Array): void => {
      const toSkip = Math.min(chunk.length, Math.max(0, start - passed));
      const zero = findByte(chunk, 0);
      if (zero >= 0) throw new ZeroByte(passed + zero);
      passed += chunk.length;
      parser.push(chunk.subarray(toSkip));
    };
    done = { rows: 0, fraction: null };
    let next: IteratorResult<Uint8Array> = first ? { done: false, value: first } : await chunks.next();
    for (; !next.done; next = await chunks.next()) {
      options.signal?.throwIfAborted();
      let chunk = next.value;
      if (shared && passed < shared.at && passed + chunk.length >= shared.at) {
        const here = shared.at - passed;
        push(chunk.subarray(0, here));
        // Where a record goes on beyond the place, what was read from there on is wrong: it is read here.
        const part = parser.isBetweenRecords && !parser.failed ? await shared.take() : null;
        if (part) {
          parser.append(part);
          await chunks.return?.();
          return !parser.failed;
        }
        shared.stop();
        chunk = chunk.subarray(here);
      }
      push(chunk);
      done = { rows: parser.rows, fraction: source.fraction() };
      options.progress?.(shared && passed < shared.at ? passed / shared.at : source.fraction());
      if (parser.failed || parser.done || passed >= wanted) {
        await chunks.return?.();
        return parser.done === true;
      }
    }
    parser.finish();
    return true;
  };
  const fed = async (parser: RowsParser, as: "matrix" | "table", chunks: AsyncIterator<Uint8Array>, begun: Uint8Array | null) => {
    const asked = { as, layout: parsing, missing: options.missing ?? null, naming, allQuoted: layout.allQuoted };
    const core = Number.isFinite(wanted) ? null : (options.secondCore ?? null);
    const shared = await shareLaterPart(source.ranges ?? null, core, start, asked, options.leastShared);
    try {
      return await feed(parser, chunks, begun, shared);
    } catch (error) {
      if (error instanceof ZeroByte) throw await zeroByteIn(source.open(), error.at);
      throw isNoTable(error, layout, options) ? new FailureError(words.failure("no-table"), { cause: error }) : error;
    } finally {
      shared?.stop();
    }
  };
  /** Room for how many rows, when `rows` is not enough any more: by the share of the file that they took. */
  const expectedRows = (rows: number): number => {
    if (done.rows < 100 || done.fraction === null) return rows * 2;
    return Math.max(Math.ceil((done.rows / done.fraction) * 1.02) + 64, Math.ceil(rows * 1.07) + 256);
  };

  let chunks: AsyncIterator<Uint8Array> | null = reader;
  let first: Uint8Array | null = head.bytes;
  if (looksLikeMatrix(layout, options.matrix ?? "auto", marks, missing) && repeatedNames.length === 0) {
    const parser = new MatrixParser(parsing, expectedRows, missing.ofNumbers);
    const whole = await fed(parser, "matrix", chunks, first);
    const ids = parser.failed ? null : parser.takeIds();
    // Whether NA is a name among names is decided, and said, where columns are read as such.
    if (ids && !ids.texts.some((text) => missing.ofTexts.has(text))) {
      if (parser.rows === 0) throw new FailureError(words.failure("header-only", { columns: names.length }));
      return {
        layout,
        repeatedNames,
        content: {
          shape: "matrix",
          ids,
          corner: layout.names[0] ?? "",
          names: layout.names.slice(1),
          data: parser.takeData(),
          isCounts: parser.isCounts,
          rounded: parser.rounded,
        },
        exponents: [],
        longTexts: longIds(ids, layout),
        marksTaken: [],
        keptNames: [],
        doubtfulMissing: [],
        filled: { lines: [], count: 0 },
        overfull: { lines: [], count: 0 },
        emptyAmong: { lines: [], count: 0 },
        lineOf: (row) => layout.linesBefore + row + 1,
        whole,
      };
    }
    chunks = null;
    first = null;
  }

  refuseWide(names.length);
  const columns = new ColumnsInProgress(parsing.columns, { words: missing, naming, allQuoted: layout.allQuoted });
  const parser = new TableParser(parsing, columns, expectedRows);
  const whole = await fed(parser, "table", chunks ?? source.open()[Symbol.asyncIterator](), first);
  if (parser.rows === 0) throw new FailureError(words.failure("header-only", { columns: names.length }));
  columns.settle(parser.rows);
  const cellsOf = (column: number): readonly string[] => layout.sample.map((row) => row[column] ?? "");
  const dotted = options.hasOwnNumbers ? new Set<number>() : columnsToReadAgain(columns, cellsOf, layout, marks);
  for (const column of dotted) columns.toText(column, parser.rows);
  const again = columns.textFrom.reduce((most, rows) => Math.max(most, rows), 0);
  if (again > 0) {
    const states = columns.states.slice();
    for (let column = 0; column < columns.count; column++) {
      columns.states[column] = (columns.textFrom[column] as number) > 0 ? text : skipped;
      if (columns.states[column] === text) columns.valid[column]?.fill(1, 0, columns.textFrom[column]);
    }
    await feed(new TableParser(parsing, columns, (rows) => rows, again), source.open()[Symbol.asyncIterator](), null);
    columns.states.set(states);
  }
  const built: Column[] = names.map((name, at) => columns.take(at, name, parser.rows, parser.lineOf));
  const twice = secondTable(built, layout.sample, layout.hasHeader ? names : null, parser.lineOf);
  if (twice) throw new FailureError(words.failure("two-tables", { line: parser.lineOf(twice.row), first: twice.first }));
  const read = withMarks(built, {
    settings: marks,
    missing: missing.ofNumbers,
    hasPoints: built.some(
      (column, at) => column.type === "float64" && cellsOf(at).some((cell) => isDecimalPoint.test(cell.trim())),
    ),
    hasSemicolons: layout.delimiter === ";",
    again: dotted,
    lineOf: parser.lineOf,
  });
  return {
    layout,
    repeatedNames,
    content: { shape: "table", table: { type: "table", rowCount: parser.rows, columns: read.columns } },
    exponents: columns.exponents,
    longTexts: parser.longTexts,
    marksTaken: read.taken,
    keptNames: columns.keptNames,
    doubtfulMissing: columns.doubtfulMissing,
    filled: parser.filled,
    overfull: parser.overfull,
    emptyAmong: parser.emptyAmong,
    lineOf: parser.lineOf,
    whole,
  };
}

/** Columns beside the first in which NA may be a gene, a protein, a segment. */
const namesOfGenes = /(?:^|[^a-z])(?:gene|symbol|protein|segment|seg|feature)s?(?:[^a-z]|name|id|$)/i;
/** Codes of two letters, among which NA is Namibia, North America, or the segment of neuraminidase. */
const codesOfPlaces = /^(?:.*[^a-z])?(?:country|continent|nation|iso2?|segment|seg)(?:[^a-z].*)?$/i;
/** A point that separates no groups of thousands. */
const isDecimalPoint = /^[+-]?(?:0?\.\d+|\d+\.(?:\d{1,2}|\d{4,}))(?:[eE][+-]?\d+)?$/;

/** Columns of numbers whose points may be no decimal ones: their letters are read again. */
function columnsToReadAgain(
  columns: ColumnsInProgress,
  cellsOf: (column: number) => readonly string[],
  layout: DelimitedLayout,
  { decimal, thousands }: MarkSettings,
): ReadonlySet<number> {
  const found = new Set<number>();
  if (decimal === "point" || thousands === "none") return found;
  const isSet = decimal === "comma" || thousands === "point";
  const hasComma = layout.sample.some((row) => row.some((cell) => /^[+-]?\d+,\d+$/.test(cell.trim())));
  const commas = layout.delimiter === ";" || (layout.delimiter !== "," && hasComma);
  for (let column = 0; column < columns.count; column++) {
    if (columns.states[column] !== float) continue;
    if (isSet || mayHoldGroups(cellsOf(column), commas)) found.add(column);
  }
  return found;
}

/** Lines that have no number of fields in common. */
const isNoTable = (error: unknown, { agreeing, sample }: DelimitedLayout, { delimiter }: ReadDelimitedOptions): boolean =>
  error instanceof FailureError &&
  agreeing < 0.6 &&
  sample.length > 3 &&
  delimiter === undefined &&
  ([words.key("rows-unequal"), words.key("row-too-long"), words.key("row-surplus")] as readonly string[]).includes(
    error.failure.reason,
  );

/** A header of 20,000 names is longer than the sample: three line ends are waited for, up to 64 MiB. */
const longestLines = 1 << 26;

/** The beginning of the file, at least 64 KiB where there is so much. */
async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }> {
  let bytes = new Uint8Array(sampleSize);
  let used = 0;
  let lines = 0;
  const head = (): Uint8Array => bytes.subarray(0, used);
  while (used < sampleSize || (used < longestLines && lines < 3)) {
    const next = await chunks.next();
    if (next.done) return { bytes: head(), whole: true };
    const { value } = next;
    if (used + value.length > bytes.length) {
      const longer = new Uint8Array(Math.max(used + value.length, bytes.length * 2));
      longer.set(head());
      bytes = longer;
    }
    bytes.set(value, used);
    if (lines < 3) lines += linesIn(value, 3);
    used += value.length;
  }
  return { bytes: head(), whole: false };
}

/** Refuses what is no text; answers how many bytes the byte order mark takes. */
function checkBeginning(bytes: Uint8Array): number {
  if (bytes.length === 0) throw new FailureError(words.failure("empty"));
  const [a, b, c] = bytes;
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    throw new FailureError(words.failure("zero-byte", { line: linesIn(bytes.subarray(0, zero)) + 1 }));
  }
  return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
}

/** Columns that tell how the numbers of a row are written. */
const mostLooked = 20_000;

/** Whether the first rows are an identifier and numbers, and enough of them to be worth it. */
function looksLikeMatrix(
  layout: DelimitedLayout,
  want: "auto" | "matrix" | "table",
  marks: MarkSettings,
  missing: MissingWords,
): boolean {
  const width = layout.names.length;
  // Lengths and numbers of genes want their own columns, and more digits than a matrix keeps.
  const names = layout.names.slice(1);
  if (annotationColumns(names).size > 0) return false;
  if (want === "table" || width < (want === "matrix" ? 2 : wideEnough + 1) || layout.sample.length === 0) return false;
  // What may be written with other marks is read by the letter, column by column.
  if (layout.surplus > 0 || missing.values.length > 0 || marks.decimal !== "auto" || marks.thousands !== "auto") return false;
  const rows = layout.sample.slice(0, width > 5000 ? 5 : 50);
  const numbers: number[][] = [];
  for (const row of rows) {
    const values = row.slice(1).map((cell) => numberOfText(cell) ?? (missing.ofNumbers.has(cell) ? Number.NaN : null));
    if (!values.every((value) => value !== null)) return false;
    numbers.push(values);
  }
  // So do totals, which may be too large for a matrix.
  const cells = (row: number, column: number): number =>
    numbers[row]?.[column] ?? numberOfText(layout.sample[row]?.[column + 1] ?? "") ?? Number.NaN;
  const grid = { rows: layout.sample.length, columns: names.length, at: cells };
  return (
    summaryColumns(names, grid).apart.length === 0 &&
    !mayHoldGroups(
      rows.flatMap((row) => row.slice(1, mostLooked)),
      layout.delimiter === ";",
    )
  );
}

/** Names that are there twice get "_2", "_3"; a column without a name is "column N". */
export function uniqueNames(names: readonly string[]): {
  readonly names: readonly string[];
  readonly repeatedNames: DelimitedFile["repeatedNames"];
} {
  /** A list only of those that repeat: of a million names hardly any does. */
  const firstAt = new Map<string, number>();
  const repeated = new Map<string, number[]>();
  names.forEach((name, at) => {
    const first = firstAt.get(name);
    if (first === undefined) firstAt.set(name, at);
    else if (name !== "") {
      const known = repeated.get(name);
      if (known) known.push(at + 1);
      else repeated.set(name, [first + 1, at + 1]);
    }
  });
  const made = new Set<string>();
  const nextOf = new Map<string, number>();
  const unique = names.map((name, at) => {
    if (name !== "" && firstAt.get(name) === at) return name;
    const base = name === "" ? `column ${at + 1}` : name;
    let candidate = base;
    let n = nextOf.get(base) ?? 2;
    for (; firstAt.has(candidate) || made.has(candidate); n++) candidate = `${base}_${n}`;
    nextOf.set(base, n);
    made.add(candidate);
    return candidate;
  });
  const byFirst = [...repeated].sort(([, [a = 0]], [, [b = 0]]) => a - b);
  return { names: unique, repeatedNames: byFirst.map(([name, columns]) => ({ name, columns })) };
}

/** Identifiers of a matrix that are such texts; lines inside of them are not counted there. */
function longIds(
  { codes, texts }: { readonly codes: Int32Array; readonly texts: readonly string[] },
  { delimiter, linesBefore }: DelimitedLayout,
): DelimitedFile["longTexts"] {
  const found = new Set(
    [...texts.keys()].filter((code) => /[\r\n]/.test(texts[code] as string) && texts[code]?.includes(delimiter)),
  );
  if (found.size === 0) return null;
  const row = codes.findIndex((code) => found.has(code));
  const lines = (texts[codes[row] as number] as string).split(/\r\n|\r|\n/).length;
  return { line: linesBefore + row + 1, lines, count: found.size };
}

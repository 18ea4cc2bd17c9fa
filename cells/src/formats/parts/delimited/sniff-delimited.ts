// How a delimited file is laid out, found in its first bytes: line ends, delimiter, lines above the names, whether there are
// names and how many rows of them, whether they are one short (R's write.table leaves the name of the row names out). What
// was guessed of it stands in `doubts`, and is said.

import { FailureError } from "../../../base/failure.ts";
import type { JsonObject } from "../../../base/json.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { isTable, namesOfTwoRows, rowsAbove } from "./above-the-table.ts";
import { type BestDelimiter, bestDelimiter } from "./best-delimiter.ts";
import { firstRow, holdsNumbers, namesIdentifiers } from "./header-or-data.ts";
import { type LineEnd, lineEndOf } from "./line-ends.ts";
import { firstWithHash, type HashLine, touchesItsHash } from "./rows-with-hash.ts";
import { mixedLineEnds, openQuote, quoteInside } from "./record-error.ts";
import { commonWidth, isBlankLine, isOtherHalf, type SampleRows, sampleRows } from "./sample-rows.ts";
import { words as layoutWords } from "../layout/words.ts";
import type { KeyOf } from "../../../messages/define-words.ts";
import { missingNumbers, numberOfText } from "./number-text.ts";
import { refuseWide } from "../wide-tables.ts";
import { words } from "../words.ts";

export interface LayoutDoubt {
  readonly rule: KeyOf<typeof layoutWords>;
  /** "note": a convention that was followed; "warning": it could be otherwise. */
  readonly severity: "note" | "warning";
  readonly line: number | null;
  readonly message: Sentence;
  /** Lines to be set as standing above the table for the other way. */
  readonly skip?: number;
}

export interface DelimitedLayout {
  readonly delimiter: string;
  readonly lineEnd: LineEnd;
  /** Bytes and lines before the first row of data. */
  readonly dataStart: number;
  readonly linesBefore: number;
  readonly hasHeader: boolean;
  /** The header was one field short: its first column got the name "". */
  readonly shortHeader: boolean;
  /** Fields without anything in them that rows may have beyond their columns. */
  readonly surplus: number;
  /** One name per column, as they stand in the file, "" where there is none. */
  readonly names: readonly string[];
  /** Lines of comment (#) that were passed over. */
  readonly comments: number;
  /** The first line says which character stands between fields, as Excel takes it: "sep=;". */
  readonly saysDelimiter: boolean;
  /** Runs of blanks stand between fields: to be read without them (aligned-blanks.ts), and laid out anew. */
  readonly isAligned: boolean;
  /** Every field of the first rows that holds something stands in quotes. */
  readonly allQuoted: boolean;
  /** Share of the first rows that have as many fields as most. */
  readonly agreeing: number;
  readonly doubts: readonly LayoutDoubt[];
  /** The first rows as texts, at most 100, for deciding how to read on. */
  readonly sample: readonly (readonly string[])[];
}

export interface SniffOptions {
  readonly delimiter?: string;
  readonly header?: boolean;
  /** Lines above the names, or above the records where there are none. */
  readonly skip?: number;
  /** Rows that name the columns. */
  readonly headerRows?: number;
  /** The first column has no name. */
  readonly rowNames?: boolean;
  /** "none": a quote is a letter. */
  readonly quotes?: "double" | "none";
  /** The file is called .csv, .tsv or .tab. */
  readonly named?: boolean;
  /** Runs of blanks are one blank already. */
  readonly isClosed?: boolean;
}

/** What Excel reads, and writes nothing of: a line that is no header. */
export const delimiterSaid = /^"?sep=([^\r\n"])"?(?:\r|\n)/i;
/** Files that are called so have one column where blanks alone would cut them. */
export const isNamedTable = /\.(?:csv|tsv|tab)(?:\.b?gz)?$/i;
/** Signs of no width, which come along from web pages: two names that look alike would differ. */
const unseen = /[\u200B\u2060\uFEFF]/g;
/** Behind these a quote opens a field; behind a blank it may as well be inside of a text. */
const beforeQuotes = ["\t", ",", ";", "|"] as const;

/**
 * `bytes`: the beginning of the file after its byte order mark; `whole` when it is all of it. Null when there is no line
 * at all. Fails with "load.quote-open", "load.quote-inside", "load.header-not-utf8", "load.line-ends-mixed",
 * "load.row-names-unclear", "load.two-tables" and "load.too-many-columns".
 */
export function sniffDelimited(bytes: Uint8Array, whole: boolean, given: SniffOptions = {}): DelimitedLayout | null {
  const said = given.skip === undefined ? delimiterSaid.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 16))) : null;
  const wanted = given.delimiter ?? said?.[1];
  const quotes = given.quotes !== "none";
  const lineEnd = lineEndOf(bytes, quotes ? (wanted ? [wanted] : beforeQuotes).map((delimiter) => delimiter.charCodeAt(0)) : []);
  const text = new TextDecoder("utf-8").decode(bytes);
  const newline = lineEnd === 10 ? "\n" : "\r";
  const read = (of: string, delimiter: string): SampleRows => sampleRows(of, { delimiter, newline, quotes, whole, limit: 120 });
  const layOut = (from: number): BestDelimiter =>
    bestDelimiter(
      text.slice(from),
      { given: wanted, named: given.named ?? false, quotes, isClosed: given.isClosed ?? false },
      read,
    );

  const before = passOver(text, newline, said ? text.indexOf(newline) + 1 : 0, given.skip ?? null);
  if (given.skip !== undefined && before.lines < given.skip) return null;
  let { at: start, comments } = before;
  let lines = before.lines + (said ? 1 : 0);
  let found = layOut(start);
  /** Names that stand in a comment, and its line. */
  let inComment: { readonly names: readonly string[]; readonly line: number } | null = null;
  const lastComment = before.starts.at(-1);
  /** Lines with # that are rows. */
  let hashed: { readonly count: number; readonly first: readonly string[]; readonly line: number } | null = null;
  const run = linesRightAbove(before, text, newline);
  const hashDelimiter = found.rows.rows.length > 0 || run.length === 0 ? found.delimiter : layOut(run[0] as number).delimiter;
  const withHash = run.map((at): HashLine => {
    const line = text.slice(at, text.indexOf(newline, at));
    return { at, text: line, row: read(line, hashDelimiter).rows[0] ?? [] };
  });
  const firstHashed = firstWithHash(withHash, found.rows.rows);
  if (firstHashed !== null) {
    const top = withHash[firstHashed] as HashLine;
    start = top.at;
    lines = countOf(text.slice(0, start), newline);
    hashed = { count: withHash.length - firstHashed, first: top.row, line: lines + 1 };
    comments -= hashed.count;
    found = layOut(start);
  } else if (found.rows.rows.length === 0 && lastComment !== undefined) {
    // Nothing but comments: the last of them may name columns.
    start = lastComment;
    lines = countOf(text.slice(0, lastComment), newline);
    comments--;
    found = layOut(start);
  } else {
    const at = headerAmong(before.starts, text, found, read);
    if (at !== null) {
      const names = read(text.slice(at), found.delimiter).rows[0] ?? [];
      inComment = { names, line: countOf(text.slice(0, at), newline) + 1 };
      comments--;
    }
  }
  const aboves: string[] = [];
  if (!inComment && !hashed && given.skip === undefined && given.header !== false && !found.isAligned) {
    const above = rowsAbove(found.rows.rows, gapAfter(text.slice(start), found.rows.ends, newline));
    if (above > 0) {
      const end = found.rows.ends[above - 1] as number;
      const over = found.rows.rows.slice(0, above);
      aboves.push(...over.map((row) => row.filter((cell) => cell.trim() !== "").join(" ")));
      lines += countOf(text.slice(start, start + end), newline);
      start += end;
      const empty = passOver(text, newline, start, null, false);
      lines += empty.lines;
      start = empty.at;
      found = layOut(start);
      if (isTable(over))
        throw new FailureError(words.failure("two-tables", { line: lines + 1, first: shown(found.rows.rows[0] ?? []) }));
    }
  }
  const { delimiter, rows } = found;
  const first = inComment?.names ?? rows.rows[0];
  if (!first) return null;
  const line = inComment?.line ?? lines + 1;
  if (rows.isOpen) throw openQuote(lines + 1);
  // Before anything is asked of each of a million columns: what holds texts among its numbers is no matrix.
  if (!isOfNumbers((inComment ? rows.rows[0] : rows.rows[1]) ?? first)) refuseWide(first.length);
  if (rows.loneReturn >= 0) throw mixedLineEnds(countOf(text.slice(0, start + rows.loneReturn), newline) + 1);
  const behind = inComment ? rows.rows : rows.rows.slice(1);
  const directives = given.headerRows === undefined ? directivesAmong(behind) : 0;
  const body = behind.slice(directives);
  const columns = columnsOf(first, body, given, line);
  const decided = given.header ?? (inComment ? true : undefined);
  const row =
    decided === undefined ? firstRow(columns.isShort ? ["", ...first] : first, body) : { isHeader: decided, isDoubtful: false };
  const hasHeader = columns.isShort || row.isHeader;
  if (hasHeader && !inComment && rows.inside >= 0) throw quoteInside(line, line, "");
  const mayBeTwo = hasHeader && !inComment && directives === 0 && !columns.isShort && given.headerRows === undefined;
  const two = mayBeTwo ? namesOfTwoRows(first, body) : null;
  /** Rows with names among those that were read here. */
  const rowsOfNames = !hasHeader || inComment ? 0 : two ? 2 : Math.min(given.headerRows ?? 1, rows.rows.length);
  const headerRows = rowsOfNames + (hasHeader ? directives : 0);
  const ownNames = two ?? (rowsOfNames > 1 ? joinedNames(rows.rows.slice(0, headerRows)) : first);
  const names = hasHeader
    ? columns.isShort
      ? ["", ...ownNames]
      : ownNames.slice(0, columns.width)
    : Array.from({ length: Math.max(columns.width, 1) }, () => "");
  const headerLines = headerRows === 0 ? 0 : countOf(text.slice(start, start + (rows.ends[headerRows - 1] as number)), newline);
  const headerStart = afterLines(bytes, lineEnd, lines);
  // Lines are counted, for letters that are not UTF-8 have no length that could be told from the text.
  const dataStart =
    headerRows === 0 ? headerStart : headerLines < headerRows ? bytes.length : afterLines(bytes, lineEnd, lines + headerLines);
  const named = inComment ? bytes.subarray(afterLines(bytes, lineEnd, line - 1), afterLines(bytes, lineEnd, line)) : null;
  if (!isUtf8(named ?? bytes.subarray(headerStart, dataStart))) {
    throw new FailureError(words.failure("header-not-utf8", { line }));
  }
  const doubts: LayoutDoubt[] = [];
  const doubt = (rule: LayoutDoubt["rule"], severity: LayoutDoubt["severity"], line: number | null, params: JsonObject): void => {
    doubts.push({ rule, severity, line, message: layoutWords.sentence(rule, params) });
  };
  if (hashed) {
    const { count, first: top } = hashed;
    const isAll = found.rows.rows.length <= count && whole;
    doubts.push({
      rule: "rows-with-hash",
      severity: "warning",
      line: hashed.line,
      message: layoutWords.sentence("rows-with-hash", { count, line: hashed.line, first: shown(top) }),
      ...(isAll ? {} : { skip: hashed.line - 1 + count }),
    });
  }
  const apart = names.length === 1 && wanted === undefined ? rows.rows.filter(([cell = ""]) => /\S {2,}\S/.test(cell)).length : 0;
  if (apart > 1 && apart * 2 > rows.rows.length) doubt("one-column", "warning", line, { first: shown(first) });
  // Empty rows are nothing.
  const aboveFirst = aboves.find((row) => row !== "");
  if (aboveFirst !== undefined) doubt("lines-above", "note", line, { count: line - 1, first: aboveFirst.slice(0, 60), line });
  if (columns.isShort) doubt("row-names", columns.isSure ? "note" : "warning", line, { line, first: shown(first) });
  if (columns.surplus > 0)
    doubt("rows-end-with-delimiter", columns.isSure ? "note" : "warning", null, { count: columns.surplus });
  if (columns.width < first.length && hasHeader) doubt("header-ends-with-delimiter", "note", line, { line });
  if (row.isDoubtful && !columns.isShort)
    doubt(row.isHeader ? "numbers-as-names" : "first-row-is-data", "warning", line, { line, first: shown(first) });
  else if (!hasHeader && given.header === undefined) doubt("no-names", "note", line, { line, first: shown(first) });
  if (hasHeader && directives > 0)
    doubt("directives", "note", line + 1, { line: line + 1, count: directives, first: shown(behind[0] ?? []) });
  if (two) doubt("two-rows-of-names", "warning", line, { line, names: two.filter((name) => name !== "").slice(0, 4) });
  return {
    delimiter,
    lineEnd,
    dataStart,
    linesBefore: lines + headerLines + (headerLines < headerRows ? 1 : 0),
    hasHeader,
    shortHeader: columns.isShort,
    surplus: columns.surplus,
    names: names.map((name) => name.replace(unseen, "").trim()),
    comments,
    saysDelimiter: said !== null,
    isAligned: found.isAligned,
    allQuoted: rows.allQuoted,
    agreeing: found.agreeing,
    doubts,
    sample: rows.rows.slice(headerRows).slice(0, 100),
  };
}

const isOfNumbers = (row: readonly string[]): boolean =>
  row.every((cell, at) => at === 0 || missingNumbers.has(cell) || numberOfText(cell) !== null);

/** Rows below the names that tell QIIME 2 what columns hold (#q2:types, #q2:missing). */
function directivesAmong(rows: readonly (readonly string[])[]): number {
  const at = rows.findIndex(([first = ""]) => !directive.test(first));
  return at < 0 ? rows.length : at;
}
const directive = /^\s*#q2:/i;

/** How many of the first rows stand before an empty line; 0: none does. */
const gapAfter = (text: string, ends: readonly number[], newline: string): number =>
  ends.findIndex((end) => end < text.length && isBlankLine(text, end, newline)) + 1;

/** Where the lines with # begin that stand one below the other, right above what follows. */
function linesRightAbove({ starts, at }: PassedOver, text: string, newline: string): readonly number[] {
  let next = at;
  let from = starts.length;
  while (from > 0 && text.indexOf(newline, starts[from - 1] as number) + 1 === next) next = starts[--from] as number;
  return starts.slice(from);
}

const shown = (row: readonly string[]): string => row.slice(0, 5).join(" ").slice(0, 60);

const joinedNames = (rows: readonly (readonly string[])[]): readonly string[] =>
  Array.from({ length: Math.max(0, ...rows.map(({ length }) => length)) }, (_, at) =>
    rows
      .map((row) => (row[at] ?? "").trim())
      .filter((name) => name !== "")
      .join(" "),
  );

interface PassedOver {
  /** Where the first line begins that is neither comment nor empty. */
  readonly at: number;
  readonly lines: number;
  readonly comments: number;
  /** Where lines with # begin. */
  readonly starts: readonly number[];
}

/** Leading lines with # and empty ones; or so many lines as were told. */
function passOver(text: string, newline: string, from: number, skip: number | null, comments = true): PassedOver {
  let at = from;
  let lines = 0;
  const starts: number[] = [];
  for (;;) {
    if (isOtherHalf(text, at, newline)) {
      at++;
      continue;
    }
    const isPassed = skip === null ? (comments && text.charAt(at) === "#") || isBlankLine(text, at, newline) : lines < skip;
    const next = isPassed ? text.indexOf(newline, at) : -1;
    if (next < 0) break;
    if (text.charAt(at) === "#" && skip === null) starts.push(at);
    at = next + 1;
    lines++;
  }
  return { at, lines, comments: starts.length, starts };
}

/** The line with # that names the columns of what follows ("#CHROM POS", "#SampleID Treatment"): where it begins, or null. */
function headerAmong(
  starts: readonly number[],
  text: string,
  found: BestDelimiter,
  read: (text: string, delimiter: string) => SampleRows,
): number | null {
  const [next, ...body] = found.rows.rows;
  if (!next) return null;
  const isNamed = firstRow(next, body).isHeader && body.some(holdsNumbers);
  const others = starts.filter((at) => !directive.test(text.slice(at, at + 8)));
  for (const at of others.toReversed()) {
    const header = read(text.slice(at), found.delimiter).rows[0] ?? [];
    if (header.length !== next.length || header.length < 2) continue;
    const isLast = at === others.at(-1);
    if (holdsNumbers(next) && isLast) return at;
    // Texts over texts: names touch their # ("# made by x, y" is a remark), and what follows names nothing itself.
    const touches = touchesItsHash(text.slice(at, at + 8)) && header.every((name) => name.trim() !== "");
    if (touches && !isNamed) return at;
  }
  return null;
}

interface Columns {
  readonly width: number;
  readonly isShort: boolean;
  readonly surplus: number;
  /** Nothing speaks against it. */
  readonly isSure: boolean;
}

/** How many columns there are, where the first row has a field less or more than the others. */
function columnsOf(first: readonly string[], body: readonly (readonly string[])[], given: SniffOptions, line: number): Columns {
  const plain: Columns = { width: first.length, isShort: false, surplus: 0, isSure: true };
  const width = commonWidth(body);
  if (width === null || width === first.length || given.header === false) return plain;
  const isBlank = (cell: string | undefined): boolean => (cell ?? "").trim() === "";
  if (width < first.length) {
    // Names end with delimiters that rows do not have.
    const isMore = first.slice(width).every(isBlank) && body.every((row) => row.length <= width);
    return isMore ? { ...plain, width } : plain;
  }
  const surplus = width - first.length;
  const endsBlank = body.every((row) => row.slice(first.length).every(isBlank));
  if (surplus > 1) return endsBlank ? { ...plain, surplus } : plain;
  const short: Columns = { width, isShort: true, surplus: 0, isSure: true };
  if (given.rowNames !== undefined) return given.rowNames ? short : endsBlank ? { ...plain, surplus } : plain;
  const ids = body.filter((row) => row.length === width).map((row) => (row[0] ?? "").trim());
  const areDistinct = ids.every((id) => id !== "") && new Set(ids).size === ids.length;
  if (endsBlank) {
    if (!areDistinct) return { ...plain, surplus, isSure: false };
    // R names no column of row names; a name such as "sample" stands over them, or the table holds samples of its own.
    if (namesIdentifiers(first[0] ?? ""))
      throw new FailureError(
        words.failure(
          "row-names-unclear",
          { line, first: (first[0] ?? "").slice(0, 40), names: first.length, fields: width },
          { at: ["rowNames"], fix: { path: ["rowNames"], value: false } },
        ),
      );
    return { ...short, isSure: false };
  }
  const filled = first.map((name) => name.trim());
  const areNames = !holdsNumbers(first) || (areDistinct && new Set(filled).size === filled.length && holdsNumbers(ids) === false);
  return areNames ? short : plain;
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

const countOf = (text: string, part: string): number => text.split(part).length - 1;

// Excel workbooks: their sheets, and a sheet as delimited text for our own parser, so that the same rules decide what is
// a number. Numbers are whole, not rounded as their format shows them; dates are ISO texts of the numbers that Excel keeps.

import { type Failure, FailureError } from "../../../base/failure.ts";
import { ColumnDates, dateFormatOfCell, type DateIssue, dateText, type Epoch, type ExcelCell } from "./column-dates.ts";
import { type Merge, mergesOfRows, withMergedFilled } from "./merged-cells.ts";
import { missingTexts, textOfNumber } from "../delimited/number-text.ts";
import { isCompoundFile, startsWith } from "../file-head.ts";
import { isWholeCompound } from "./compound-file.ts";
import { refuseSwollen } from "./swollen-parts.ts";
import { words } from "./words.ts";
import { zipPart } from "../zip-part.ts";
import { hiddenCells } from "./hidden-cells.ts";
import { filledCells } from "./repeated-cells.ts";
import { formulasWithoutValue } from "./formulas-without-value.ts";
import { longNumbers } from "./long-numbers.ts";
import { inlinePieces, textOfPieces } from "./rich-texts.ts";
import { sheetPart, sheetXml, type WorkbookFiles } from "./sheet-xml.ts";
import { words as loadWords } from "../words.ts";

/** Rows times columns of what a sheet may use (SPEC, L-1). A matrix of 60,000 genes and 1,600 samples has as many. */
const mostFields = 100_000_000;

export interface ExcelSheet {
  /** Comma-separated text of the sheet, in UTF-8. */
  readonly text: Uint8Array;
  /** The row of the sheet of each line of that text, from 1: empty rows are no lines, and a cell may have several. */
  readonly rowOfLine: readonly number[];
  /** Cells among texts that Excel keeps as dates: once identifiers such as MARCH1. Rows and columns from 1, as Excel counts. */
  readonly turnedIntoDates: readonly { readonly row: number; readonly column: number; readonly shown: string }[];
  /** What was doubtful about dates, by the name of the column. */
  readonly dateIssues: readonly (DateIssue & { readonly column: string })[];
  /** Groups of cells that were merged into one, below the names. Rows from 1. */
  readonly merged: { readonly count: number; readonly cells: readonly string[]; readonly row: number } | null;
  /** Rows as Excel counts, and names of columns, that it does not show. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly string[];
  /** Texts below the names that are words for missing cells (NA): columns of the text from 0, rows as Excel counts. */
  readonly missingWords: readonly { readonly row: number; readonly column: number; readonly word: string }[];
  /** Those that are hidden last. */
  readonly sheets: readonly string[];
  readonly hidden: readonly string[];
  readonly sheet: string;
}

export interface Workbook {
  /** Those that are hidden last. */
  readonly sheets: readonly string[];
  readonly hidden: readonly string[];
  /** Null: the first. Fails with "load.sheet-missing", "load.sheet-empty", "load.sheet-large", "load.sheet-broken", "load.sheet-row-twice" or "load.formulas-without-value". */
  sheet(wanted: string | null, fillsMerged: boolean): ExcelSheet;
}

/** Fails with "workbook.cut", "workbook.swollen", "load.excel-unreadable" or "load.excel-encrypted". */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  // Of a zip file that was cut the library never comes back.
  const isZip = startsWith(bytes, 0x50, 0x4b);
  if (isZip && !hasEndOfZip(bytes))
    throw new FailureError(loadWords.failure("excel-unreadable", { detail: "the end of the file is missing" }));
  if (isCompoundFile(bytes) && !isWholeCompound(bytes)) words.fail("cut");
  if (isZip) refuseSwollen(bytes);
  const excel = await import("@e965/xlsx");
  let book: Book;
  try {
    if (zipPart(bytes) === "ods") refuseRepeated(excel.CFB.read(bytes, { type: "array" }).FileIndex);
    book = excel.read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      cellText: true,
      cellFormula: !isZip,
      cellStyles: !isZip,
      cellHTML: false,
      bookFiles: true,
    });
  } catch (cause) {
    if (cause instanceof FailureError) throw cause;
    // What the library stumbles over in a damaged file says nothing to a person.
    const isStumbled = cause instanceof TypeError || cause instanceof RangeError;
    const detail = cause instanceof Error && !isStumbled ? cause.message : "it is damaged";
    if (/password|encrypt/i.test(detail)) throw new FailureError(loadWords.failure("excel-encrypted"), { cause });
    throw new FailureError(loadWords.failure("excel-unreadable", { detail }), { cause });
  }
  const names = sheetsOf(book);
  return { ...names, sheet: (wanted, fillsMerged) => sheetOf(book, excel.utils, { ...names, wanted, fillsMerged }) };
}

/** Before the library makes every cell of them. */
function refuseRepeated(parts: readonly { readonly name: string; readonly content: ArrayLike<number> }[]): void {
  const content = parts.find(({ name }) => name === "content.xml")?.content;
  const fields = content ? filledCells(new TextDecoder().decode(Uint8Array.from(content))) : 0;
  if (fields > mostFields)
    throw new FailureError(loadWords.failure("sheet-large", { sheet: "", cell: "", fields, most: mostFields }));
}

type Book = import("@e965/xlsx").WorkBook & { readonly files?: WorkbookFiles };
type Utils = typeof import("@e965/xlsx").utils;
interface Wanted extends Pick<Workbook, "sheets" | "hidden"> {
  readonly wanted: string | null;
  readonly fillsMerged: boolean;
}

/** No text is longer in the engines that read it (V8): the library leaves such a sheet out without a word. */
const longestXml = 536_870_888;

/** Why a sheet that the workbook lists did not come. `bytes`: of its part, unpacked; 0: there is none. */
export const unreadSheet = (sheet: string, bytes: number): Failure =>
  bytes > longestXml
    ? loadWords.failure("sheet-unpacked", { sheet, mb: Math.round(bytes / 1e6), most: Math.floor(longestXml / 1e6) })
    : loadWords.failure("sheet-broken", { sheet });

function sheetOf(book: Book, utils: Utils, { sheets, hidden, wanted, fillsMerged }: Wanted): ExcelSheet {
  type WorkSheet = import("@e965/xlsx").WorkSheet;
  const name = wanted ?? sheets[0];
  const sheet = name === undefined ? undefined : (book.Sheets[name] as WorkSheet | undefined);
  if (name !== undefined && !sheet && sheets.includes(name))
    throw new FailureError(unreadSheet(name, sheetPart(book.files ?? {}, name)?.length ?? 0));
  if (name === undefined || !sheet) {
    throw new FailureError(
      loadWords.failure("sheet-missing", { sheet: wanted ?? "", sheets: sheets.join(", ") }, { at: ["sheet"] }),
    );
  }
  const xml = sheetXml(book.files ?? {}, name);
  // ECMA-376 part 2, §8.1.4: the XML of a package has no such declarations. What they stand for is never fetched or spelled out.
  if (xml !== null && /<!(?:DOCTYPE|ENTITY)\b/i.test(xml.slice(0, 1 << 16))) words.fail("entities", { sheet: name });
  if (xml !== null) refuseFormulasWithoutValue(book, name, xml);
  const unseen = xml === null ? hiddenIn(sheet) : hiddenCells(xml);
  if (unseen?.twice) throw new FailureError(loadWords.failure("sheet-row-twice", { sheet: name, line: unseen.twice }));
  const declared = sheet["!ref"] ? utils.decode_range(sheet["!ref"]) : null;
  const cells = withWholeTexts((sheet["!data"] ?? []) as SparseRows, xml);
  if (xml === null) refuseFormulasOfOldBook(cells, name, utils);
  const found = filledRows(cells);
  if (!declared || found.length === 0)
    throw new FailureError(loadWords.failure("sheet-empty", { sheet: name, sheets: sheets.join(", ") }));
  const merges = mergesOfRows((sheet["!merges"] ?? []) as readonly Merge[], found);
  const rows = fillsMerged ? withMergedFilled(found, merges) : found;
  const area = usedArea(rows, declared.s);
  const fieldsInAll = (area.lastRow - area.firstRow + 1) * (area.lastColumn - area.firstColumn + 1);
  if (fieldsInAll > mostFields) {
    const lastCell = utils.encode_cell({ r: area.lastRow, c: area.lastColumn });
    throw new FailureError(
      loadWords.failure("sheet-large", { sheet: name, cell: lastCell, fields: fieldsInAll, most: mostFields }),
    );
  }

  const epoch: Epoch = book.Workbook?.WBProps?.date1904 ? 1904 : 1900;
  const columns = Array.from({ length: area.lastColumn + 1 }, () => new ColumnDates(epoch));
  for (const { row, cells } of rows) {
    if (row !== area.firstRow) for (const [column, cell] of cells) columns[column]?.add(row, cell);
  }
  const [first] = rows;
  const header = headerDates(first?.row === area.firstRow ? first.cells.map(([, cell]) => cell) : [], epoch);
  const lines: string[] = [];
  const rowOfLine: number[] = [];
  const missingWords: { row: number; column: number; word: string }[] = [];
  let names: readonly string[] = [];
  const width = area.lastColumn - area.firstColumn + 1;
  for (const { row, cells } of rows) {
    const fields = Array.from({ length: width }, () => "");
    for (const [column, cell] of cells) {
      const date = row === area.firstRow ? header(cell) : columns[column]?.textOf(cell);
      const field = date ?? textOf(cell);
      fields[column - area.firstColumn] = field;
      if (cell.t === "s" && missingTexts.has(field))
        missingWords.push({ row: row + 1, column: column - area.firstColumn, word: field });
    }
    if (row === area.firstRow) names = fields;
    // What stands apart stands apart; of one column each empty row may be a value that is missing.
    const gap = rowOfLine.length === 0 ? 0 : row - (rowOfLine.at(-1) as number);
    for (let empty = width === 1 ? gap : Math.min(gap, 1); empty > 0; empty--) {
      lines.push("");
      rowOfLine.push(row + 1 - empty);
    }
    // Of one column nothing tells a remark from a value.
    const isBare = width > 1 || !/^#|^$/.test(fields[0] as string);
    const line = isBare ? fields.map(quoted).join(",") : `"${(fields[0] as string).replaceAll('"', '""')}"`;
    lines.push(line);
    for (let at = line.indexOf("\n"); at >= 0; at = line.indexOf("\n", at + 1)) rowOfLine.push(row + 1);
    rowOfLine.push(row + 1);
  }
  const turnedIntoDates = columns.flatMap((dates, column) =>
    dates.areNames
      ? dates.dates.map(({ row, cell }) => ({ row: row + 1, column: column + 1, shown: dates.textOf(cell) ?? "" }))
      : [],
  );
  const dateIssues = columns.flatMap((dates, column) =>
    dates.issues().map((issue) => ({ ...issue, column: names[column - area.firstColumn] || utils.encode_col(column) })),
  );
  const merged =
    merges.length === 0
      ? null
      : {
          count: merges.length,
          cells: merges.slice(0, 5).map((each) => utils.encode_range(each)),
          row: merges.reduce((least, { s }) => Math.min(least, s.r), Number.POSITIVE_INFINITY) + 1,
        };
  const hiddenRows = unseen === null ? [] : rows.map(({ row }) => row + 1).filter((row) => unseen.rows.has(row));
  const hiddenColumns = Array.from({ length: width }, (_, at) => at)
    .filter((at) => unseen?.isHiddenColumn(at + area.firstColumn) === true)
    .map((at) => names[at] || utils.encode_col(at + area.firstColumn));
  const text = new TextEncoder().encode(`${lines.join("\n")}\n`);
  const told = { turnedIntoDates, dateIssues, merged, missingWords, hiddenRows, hiddenColumns };
  return { text, rowOfLine, ...told, sheets, hidden, sheet: name };
}

/** What is hidden in a sheet that has no XML of Excel. */
function hiddenIn(sheet: import("@e965/xlsx").WorkSheet): ReturnType<typeof hiddenCells> {
  const rows = new Set<number>();
  for (const [at, row] of present(sheet["!rows"] ?? [])) if (row.hidden) rows.add(at + 1);
  return { rows, isHiddenColumn: (column) => sheet["!cols"]?.[column]?.hidden === true, twice: null };
}

/** Writers that do not calculate leave an empty text as the value of each formula ([MS-XLS] 2.5.133); some may truly be empty. */
function refuseFormulasOfOldBook(rows: SparseRows, sheet: string, utils: Utils): void {
  const formulas: string[] = [];
  let withValue = 0;
  for (const [row, cells] of present(rows)) {
    for (const [column, cell] of present(cells)) {
      if (cell.f === undefined) continue;
      if (cell.v === undefined || cell.v === "") formulas.push(utils.encode_cell({ r: row, c: column }));
      else withValue++;
    }
  }
  if (formulas.length === 0 || withValue > 0) return;
  const params = { count: formulas.length, cells: formulas.slice(0, 5).join(", "), sheet };
  throw new FailureError(loadWords.failure("formulas-without-value", params));
}

/** In their order; what nobody sees, and sheets that are charts, come last. */
function sheetsOf(book: import("@e965/xlsx").WorkBook): {
  readonly sheets: readonly string[];
  readonly hidden: readonly string[];
} {
  const properties = book.Workbook?.Sheets ?? [];
  const isHidden = (at: number): boolean => (properties[at]?.Hidden ?? 0) !== 0;
  const isChart = (name: string): boolean => (book.Sheets[name]?.["!type"] ?? "sheet") !== "sheet";
  const names = book.SheetNames;
  const hidden = names.filter((_, at) => isHidden(at));
  const shown = names.filter((_, at) => !isHidden(at));
  const sheets = [...shown.filter((name) => !isChart(name)), ...hidden, ...shown.filter(isChart)];
  return { sheets, hidden };
}

/** `r`: the XML of a text of the workbook's list. */
type ReadCell = Omit<ExcelCell, "v"> & { v?: unknown; readonly r?: unknown; readonly f?: unknown };
type SparseRows = readonly (readonly (ReadCell | undefined)[] | undefined)[];
interface FilledRow {
  readonly row: number;
  readonly cells: readonly (readonly [column: number, cell: ExcelCell])[];
}

/** What holds something, in order. Never the whole area: one cell in the last corner of a sheet makes it 17 billion fields. */
function filledRows(rows: SparseRows): readonly FilledRow[] {
  return present(rows).flatMap(([row, found]): readonly FilledRow[] => {
    const cells = present(found).filter(([, cell]) => textOf(cell) !== "" || isNotAvailable(cell));
    return cells.length === 0 ? [] : [{ row, cells }];
  });
}

/** Items of a list that has holes. Only keys tell them in the time that what is there takes; of a short list, places do so faster. */
function present<Item>(list: readonly (Item | undefined)[]): readonly (readonly [number, Item])[] {
  const found: [number, Item][] = [];
  const take = (at: number): void => {
    const item = list[at];
    if (item !== undefined) found.push([at, item]);
  };
  if (list.length <= 256) for (let at = 0; at < list.length; at++) take(at);
  else for (const key of Object.keys(list)) take(Number(key));
  return found;
}

/** From where the sheet says that it begins to the last row and column that hold something. */
function usedArea(rows: readonly FilledRow[], start: { readonly r: number; readonly c: number }) {
  let firstColumn = start.c;
  let lastColumn = start.c;
  for (const { cells } of rows) {
    firstColumn = Math.min(firstColumn, cells[0]?.[0] ?? firstColumn);
    lastColumn = Math.max(lastColumn, cells.at(-1)?.[0] ?? lastColumn);
  }
  const firstRow = Math.min(start.r, rows[0]?.row ?? start.r);
  return { firstRow, firstColumn, lastRow: rows.at(-1)?.row ?? firstRow, lastColumn };
}

/** The record that ends a zip file, 22 bytes and a comment of at most 64 KiB (APPNOTE.TXT, 4.3.16). */
function hasEndOfZip(bytes: Uint8Array): boolean {
  const isEnd = (at: number): boolean =>
    bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6;
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at--) if (isEnd(at)) return true;
  return false;
}

/** The same cells, with all pieces of texts that have several, and all digits of long numbers. */
function withWholeTexts(rows: SparseRows, xml: string | null): SparseRows {
  const known = new Map<string, string | null>();
  for (const [, cells] of present(rows)) {
    for (const [, cell] of present(cells)) {
      const { r } = cell;
      if (cell.t !== "s" || typeof r !== "string") continue;
      let text = known.get(r);
      if (text === undefined) known.set(r, (text = textOfPieces(r)));
      if (text !== null) cell.v = text;
    }
  }
  for (const { row, column, text } of xml === null ? [] : inlinePieces(xml)) {
    const cell = rows[row]?.[column];
    if (cell) cell.v = text;
  }
  for (const { row, column, text } of xml === null ? [] : longNumbers(xml)) {
    const cell = rows[row]?.[column];
    if (cell?.t === "n" && dateFormatOfCell(cell) === null) Object.assign(cell, { t: "s", v: text });
  }
  return rows;
}

function refuseFormulasWithoutValue(book: { readonly Workbook?: object }, sheet: string, xml: string): void {
  const { CalcPr } = (book.Workbook ?? {}) as { readonly CalcPr?: { readonly fullCalcOnLoad?: unknown } };
  const { count, cells } = formulasWithoutValue(xml, /^(?:1|true)$/i.test(String(CalcPr?.fullCalcOnLoad)));
  if (count > 0) throw new FailureError(loadWords.failure("formulas-without-value", { count, cells: cells.join(", "), sheet }));
}

/** How the first row reads its dates: as columns do, the row being what stands together. */
function headerDates(cells: readonly ExcelCell[], epoch: Epoch): (cell: ExcelCell) => string | null {
  const row = new ColumnDates(epoch);
  for (const cell of cells) row.add(0, cell);
  return (cell) => {
    const format = dateFormatOfCell(cell);
    return format === null ? null : dateText(cell, format, epoch, row.areNames);
  };
}

const quoted = (field: string): string => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** "00123" is an identifier by its format, and so is "012-345"; 0.333333 is shown as 0.33, 12.5 as 013, and meant whole. */
function isIdentifier(shown: string, value: number): boolean {
  return (
    /^[+-]?0\d/.test(shown) &&
    Number.isInteger(value) &&
    shown.replace(/\D/g, "").replace(/^0+/, "") === String(Math.abs(value) || "")
  );
}

/** Excel's own sign for what is missing. */
const isNotAvailable = ({ t, w }: ExcelCell): boolean => t === "e" && w === "#N/A";

function textOf(cell: ExcelCell): string {
  switch (cell.t) {
    case "z":
      return "";
    case "b":
      return cell.v ? "TRUE" : "FALSE";
    case "e":
      return isNotAvailable(cell) ? "" : (cell.w ?? "");
    case "n": {
      const shown = (cell.w ?? "").trim();
      if (typeof cell.v !== "number" || (isIdentifier(shown, cell.v) && dateFormatOfCell(cell) === null)) return shown;
      return textOfNumber(cell.v);
    }
    default:
      return typeof cell.v === "string" ? cell.v : (cell.w ?? "");
  }
}

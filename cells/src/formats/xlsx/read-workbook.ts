// Excel workbooks: their sheets, and a sheet as delimited text for our own parser, so that the same rules decide what is
// a number. Numbers are whole, not rounded as their format shows them; dates are ISO texts of the numbers that Excel keeps.

import { FailureError } from "../../base/failure.ts";
import { ColumnDates, dateFormatOfCell, type DateIssue, dateText, type Epoch, type ExcelCell } from "./column-dates.ts";
import { textOfNumber } from "../parts/delimited/number-text.ts";
import { formulasWithoutValue } from "./formulas-without-value.ts";
import { sheetXml, type WorkbookFiles } from "./sheet-xml.ts";
import { words as loadWords } from "../parts/words.ts";

export interface ExcelSheet {
  /** Comma-separated text of the sheet, in UTF-8. */
  readonly text: Uint8Array;
  /** Cells among texts that Excel keeps as dates: once identifiers such as MARCH1. Rows and columns from 1, as Excel counts. */
  readonly turnedIntoDates: readonly { readonly row: number; readonly column: number; readonly shown: string }[];
  /** What was doubtful about dates, by the name of the column. */
  readonly dateIssues: readonly (DateIssue & { readonly column: string })[];
  readonly sheets: readonly string[];
  readonly sheet: string;
}

/** Fails with "load.excel-unreadable", "load.sheet-missing", "load.sheet-empty" or "load.formulas-without-value". */
export async function readExcel(bytes: Uint8Array, wanted: string | null): Promise<ExcelSheet> {
  // Of a zip file that was cut the library never comes back.
  if (!hasEndOfZip(bytes))
    throw new FailureError(loadWords.failure("excel-unreadable", { detail: "the end of the file is missing" }));
  const excel = await import("@e965/xlsx");
  type WorkSheet = import("@e965/xlsx").WorkSheet;
  let book: import("@e965/xlsx").WorkBook & { readonly files?: WorkbookFiles };
  try {
    book = excel.read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      cellText: true,
      cellFormula: false,
      cellHTML: false,
      bookFiles: true,
    });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    if (/password|encrypt/i.test(detail)) throw new FailureError(loadWords.failure("excel-encrypted"), { cause });
    throw new FailureError(loadWords.failure("excel-unreadable", { detail }), { cause });
  }
  const sheets = book.SheetNames;
  const name = wanted ?? sheets[0];
  const sheet = name === undefined ? undefined : (book.Sheets[name] as WorkSheet | undefined);
  if (name === undefined || !sheet) {
    throw new FailureError(
      loadWords.failure("sheet-missing", { sheet: wanted ?? "", sheets: sheets.join(", ") }, { at: ["sheet"] }),
    );
  }
  refuseFormulasWithoutValue(book, name);
  const range = sheet["!ref"] ? excel.utils.decode_range(sheet["!ref"]) : null;
  const rows = (sheet["!data"] ?? []) as (readonly (ExcelCell | undefined)[] | undefined)[];
  if (!range || rows.length === 0)
    throw new FailureError(loadWords.failure("sheet-empty", { sheet: name, sheets: sheets.join(", ") }));

  const epoch: Epoch = book.Workbook?.WBProps?.date1904 ? 1904 : 1900;
  const columns = Array.from({ length: range.e.c + 1 }, () => new ColumnDates(epoch));
  for (let row = range.s.r + 1; row <= range.e.r; row++) {
    rows[row]?.forEach((cell, column) => {
      if (cell) columns[column]?.add(row, cell);
    });
  }
  const header = headerDates(rows[range.s.r] ?? [], epoch);
  const lines: string[] = [];
  let names: readonly string[] = [];
  for (let row = range.s.r; row <= range.e.r; row++) {
    const fields: string[] = [];
    for (let column = range.s.c; column <= range.e.c; column++) {
      const cell = rows[row]?.[column];
      const date = cell ? (row === range.s.r ? header(cell) : columns[column]?.textOf(cell)) : null;
      fields.push(date ?? (cell ? textOf(cell) : ""));
    }
    if (row === range.s.r) names = fields;
    if (fields.some((field) => field !== "")) lines.push(fields.map(quoted).join(","));
  }
  const turnedIntoDates = columns.flatMap((dates, column) =>
    dates.areNames
      ? dates.dates.map(({ row, cell }) => ({ row: row + 1, column: column + 1, shown: dates.textOf(cell) ?? "" }))
      : [],
  );
  const dateIssues = columns.flatMap((dates, column) =>
    dates.issues().map((issue) => ({ ...issue, column: names[column - range.s.c] || excel.utils.encode_col(column) })),
  );
  return { text: new TextEncoder().encode(`${lines.join("\n")}\n`), turnedIntoDates, dateIssues, sheets, sheet: name };
}

/** The record that ends a zip file, 22 bytes and a comment of at most 64 KiB (APPNOTE.TXT, 4.3.16). */
function hasEndOfZip(bytes: Uint8Array): boolean {
  const isEnd = (at: number): boolean =>
    bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6;
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at--) if (isEnd(at)) return true;
  return false;
}

function refuseFormulasWithoutValue(book: { readonly files?: WorkbookFiles; readonly Workbook?: object }, sheet: string): void {
  const xml = sheetXml(book.files ?? {}, sheet);
  if (xml === null) return;
  const { CalcPr } = (book.Workbook ?? {}) as { readonly CalcPr?: { readonly fullCalcOnLoad?: unknown } };
  const { count, cells } = formulasWithoutValue(xml, /^(?:1|true)$/i.test(String(CalcPr?.fullCalcOnLoad)));
  if (count > 0) throw new FailureError(loadWords.failure("formulas-without-value", { count, cells: cells.join(", "), sheet }));
}

/** How the first row reads its dates: as columns do, the row being what stands together. */
function headerDates(cells: readonly (ExcelCell | undefined)[], epoch: Epoch): (cell: ExcelCell) => string | null {
  const row = new ColumnDates(epoch);
  for (const cell of cells) if (cell) row.add(0, cell);
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

function textOf(cell: ExcelCell): string {
  switch (cell.t) {
    case "z":
      return "";
    case "b":
      return cell.v ? "TRUE" : "FALSE";
    case "e":
      return cell.w === "#N/A" ? "NA" : (cell.w ?? "");
    case "n": {
      const shown = (cell.w ?? "").trim();
      if (typeof cell.v !== "number" || (isIdentifier(shown, cell.v) && dateFormatOfCell(cell) === null)) return shown;
      return textOfNumber(cell.v);
    }
    default:
      return typeof cell.v === "string" ? cell.v : (cell.w ?? "");
  }
}

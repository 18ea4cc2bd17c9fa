// Excel workbooks: their sheets, and a sheet as delimited text for our own parser, so that the same rules decide what is
// a number. Cells are the text that they show; numbers are whole, not rounded as their format shows them.

import { FailureError, failure } from "../base/failure.ts";

export interface ExcelSheet {
  /** Comma-separated text of the sheet, in UTF-8. */
  readonly text: Uint8Array;
  /** Cells among texts that Excel keeps as dates: once identifiers such as MARCH1. Rows and columns from 1, as Excel counts. */
  readonly turnedIntoDates: readonly { readonly row: number; readonly column: number; readonly shown: string }[];
  readonly sheets: readonly string[];
  readonly sheet: string;
}

/** Fails with "load.excel-unreadable", "load.sheet-missing" or "load.sheet-empty". */
export async function readExcel(bytes: Uint8Array, wanted: string | null): Promise<ExcelSheet> {
  const excel = await import("@e965/xlsx");
  type WorkSheet = import("@e965/xlsx").WorkSheet;
  let book: import("@e965/xlsx").WorkBook;
  try {
    book = excel.read(bytes, { type: "array", dense: true, cellNF: true, cellText: true, cellFormula: false, cellHTML: false });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    if (/password|encrypt/i.test(detail)) throw new FailureError(failure("load.excel-encrypted", {}), { cause });
    throw new FailureError(failure("load.excel-unreadable", { detail }), { cause });
  }
  const sheets = book.SheetNames;
  const name = wanted ?? sheets[0];
  const sheet = name === undefined ? undefined : (book.Sheets[name] as WorkSheet | undefined);
  if (name === undefined || !sheet) {
    throw new FailureError(failure("load.sheet-missing", { sheet: wanted ?? "", sheets: sheets.join(", ") }, { at: ["sheet"] }));
  }
  const range = sheet["!ref"] ? excel.utils.decode_range(sheet["!ref"]) : null;
  const rows = (sheet["!data"] ?? []) as (readonly (Cell | undefined)[] | undefined)[];
  if (!range || rows.length === 0)
    throw new FailureError(failure("load.sheet-empty", { sheet: name, sheets: sheets.join(", ") }));

  const kinds = Array.from({ length: range.e.c + 1 }, () => ({ texts: 0, dates: [] as { row: number; shown: string }[] }));
  const lines: string[] = [];
  for (let row = range.s.r; row <= range.e.r; row++) {
    const cells = rows[row];
    const fields: string[] = [];
    for (let column = range.s.c; column <= range.e.c; column++) {
      const cell = cells?.[column];
      const shown = cell ? textOf(cell, excel.SSF) : "";
      const seen = kinds[column];
      if (cell && seen && row > range.s.r) {
        if (isDate(cell, excel.SSF)) seen.dates.push({ row: row + 1, shown });
        else if (cell.t === "s" && shown !== "") seen.texts++;
      }
      fields.push(/[",\r\n]|^\s|\s$/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown);
    }
    if (fields.some((field) => field !== "")) lines.push(fields.join(","));
  }
  const turnedIntoDates = kinds.flatMap(({ texts, dates }, column) =>
    // A column of dates holds dates; a few dates among texts were texts.
    texts > dates.length ? dates.map(({ row, shown }) => ({ row, column: column + 1, shown })) : [],
  );
  return { text: new TextEncoder().encode(`${lines.join("\n")}\n`), turnedIntoDates, sheets, sheet: name };
}

interface Cell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: unknown;
}
type Formats = { is_date(format: string): boolean };

const isDate = (cell: Cell, formats: Formats): boolean =>
  cell.t === "d" || (cell.t === "n" && typeof cell.z === "string" && formats.is_date(cell.z));

function textOf(cell: Cell, formats: Formats): string {
  switch (cell.t) {
    case "z":
      return "";
    case "b":
      return cell.v ? "TRUE" : "FALSE";
    case "e":
      return cell.w === "#N/A" ? "NA" : (cell.w ?? "");
    case "n": {
      const shown = (cell.w ?? "").trim();
      // "00123" is an identifier by its format; 0.333333 is shown as 0.33 and is meant whole.
      if (isDate(cell, formats) || /^[+-]?0\d/.test(shown)) return shown;
      return typeof cell.v === "number" ? String(cell.v) : shown;
    }
    default:
      return typeof cell.v === "string" ? cell.v : (cell.w ?? "");
  }
}

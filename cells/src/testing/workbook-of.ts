// Workbooks for tests, written by the library that reads them.

import { type CellObject, utils, type WorkBook, write } from "@e965/xlsx";

export type SheetRows = readonly (readonly (string | number | null | CellObject)[])[];

/** Sheets in their order. `hidden`: names of those that are. */
export function workbookOf(
  sheets: Readonly<Record<string, SheetRows>>,
  hidden: readonly string[] = [],
  bookType: "xlsx" | "biff8" | "ods" = "xlsx",
): Uint8Array {
  const names = Object.keys(sheets);
  const book: WorkBook = {
    SheetNames: names,
    Sheets: Object.fromEntries(
      names.map((name) => [name, utils.aoa_to_sheet((sheets[name] as SheetRows).map((row) => [...row]))]),
    ),
    Workbook: { Sheets: names.map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 })) },
  };
  return new Uint8Array(write(book, { type: "array", bookType, compression: bookType !== "ods" }) as ArrayBuffer);
}

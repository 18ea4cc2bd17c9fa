// A workbook of one sheet whose rows are given in XML, as programs other than the library write them. For tests only.

import { CFB } from "@e965/xlsx";
import { workbookOf } from "./workbook-of.ts";

/** `more`: what stands beside the rows: before them (`<cols>`) and behind them. */
export function workbookOfRows(rows: string, more: { readonly before?: string; readonly behind?: string } = {}): Uint8Array {
  const parts = CFB.read(workbookOf({ s: [["id"], ["a"]] }), { type: "buffer" });
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${more.before ?? ""}<sheetData>${rows}</sheetData>${more.behind ?? ""}</worksheet>`;
  CFB.utils.cfb_add(parts, "/xl/worksheets/sheet1.xml", new TextEncoder().encode(sheet));
  return new Uint8Array(CFB.write(parts, { fileType: "zip", type: "buffer" }) as Uint8Array);
}

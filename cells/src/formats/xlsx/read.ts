// A sheet of a workbook.

export { openSheets, read } from "../parts/workbook/read-sheets.ts";

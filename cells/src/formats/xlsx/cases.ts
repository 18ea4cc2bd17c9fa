// Files of the format xlsx, for its contract suite: written by the library that reads them; what Excel itself writes is
// in xlsx.test.ts.

import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import type { FormatCases } from "../../testing/describe-format.ts";

function workbook(rows: readonly (readonly (string | number | CellObject)[])[]): Uint8Array {
  const sheet: WorkSheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  const other = utils.aoa_to_sheet([["other"], ["x"]]);
  const book = { SheetNames: ["data", "more"], Sheets: { data: sheet, more: other } };
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

const date = (v: number): CellObject => ({ t: "n", v, z: "yyyy-mm-dd" });

export const cases: FormatCases = {
  examples: [
    {
      title: "texts, numbers, dates",
      bytes: () =>
        workbook([
          ["id", "n", "on"],
          ["a", 1.5, date(40982)],
          ["b", 2, date(40983)],
        ]),
      gives: { type: "table", shape: [2, 3] },
      issues: [["more-sheets", null]],
    },
    {
      title: "a name that became a date",
      bytes: () =>
        workbook([
          ["gene", "n"],
          ["TP53", 1],
          ["MYC", 2],
          [date(44256), 3],
        ]),
      gives: { type: "table", shape: [3, 2] },
      issues: [
        ["excel-date", 4],
        ["more-sheets", null],
      ],
    },
    {
      title: "another sheet",
      bytes: () => workbook([["id"], ["a"]]),
      spec: { sheet: "more" },
      gives: { type: "table", shape: [1, 1] },
      issues: [["more-sheets", null]],
    },
  ],
  headerOnly: () => workbook([["id", "n"]]),
  bad: [
    {
      title: "a formula without a value",
      bytes: () =>
        workbook([
          ["id", "n"],
          ["a", { t: "n", f: "1+1" } as CellObject],
        ]),
      reason: "load.formulas-without-value",
      line: null,
    },
  ],
};

// Files of the format xlsx, for its contract suite: written by the library that reads them; what Excel itself writes is
// in xlsx.test.ts.

import type { CellObject } from "@e965/xlsx";
import type { FormatCases } from "../../testing/describe-format.ts";
import { type SheetRows, workbookOf } from "../../testing/workbook-of.ts";

const workbook = (rows: SheetRows): Uint8Array => workbookOf({ data: rows, more: [["other"], ["x"]] });

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
      issues: [["excel-date", 4]],
    },
    {
      title: "another sheet",
      bytes: () => workbook([["id"], ["a"]]),
      spec: { sheet: "more" },
      gives: { type: "table", shape: [1, 1] },
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

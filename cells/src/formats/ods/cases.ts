// Files of the format ods, for its contract suite: written by the library that reads them; what other programs write is in
// parts/workbook/old-workbooks.test.ts.

import type { CellObject } from "@e965/xlsx";
import type { FormatCases } from "../../testing/describe-format.ts";
import { type SheetRows, workbookOf } from "../../testing/workbook-of.ts";

const workbook = (rows: SheetRows): Uint8Array => workbookOf({ data: rows, more: [["other"], ["x"]] }, [], "ods");

const date = (v: number): CellObject => ({ t: "n", v, z: "yyyy-mm-dd" });

export const cases: FormatCases = {
  examples: [
    {
      title: "texts, numbers, dates",
      bytes: () =>
        workbook([
          ["id", "n", "on"],
          ["007", 1.5, date(40982)],
          ["b", 2, date(40983)],
        ]),
      gives: { type: "table", shape: [2, 3] },
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
      title: "a file that ends in its middle",
      bytes: () =>
        workbook([
          ["id", "n"],
          ["a", 1],
        ]).slice(0, 1100),
      reason: "load.zip",
      line: null,
    },
  ],
};

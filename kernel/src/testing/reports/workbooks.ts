// Faults of Excel workbooks. Dates by openpyxl 3.0.9.

import { refused, reports } from "./report.ts";

export const ofWorkbooks = reports(
  { folder: "10-excel-dotted-dates", rule: "dates come as ISO dates whatever their format", cells: {} },
  {
    folder: "11-excel-default-date-century",
    rule: "dates keep their century",
    cells: {
      distinct_: {
        table: [
          ["born", [4]],
          ["visit", [4]],
        ],
      },
    },
  },
  { folder: "12-excel-1904", rule: "workbooks that count from 1904 give their dates", cells: {} },
  {
    folder: "13-excel-formula-uncached",
    rule: "formulas without a stored value are named",
    cells: {
      all_: refused("load.formulas-without-value"),
      some_: refused("load.formulas-without-value"),
    },
  },
  {
    folder: "suite-08-excel-dates-lose-the-century",
    rule: "Excel's own format of dates keeps century, day and time",
    loads: { dates: "dates.xlsx" },
    cells: {},
  },
  {
    folder: "suite-09-excel-far-cell-hangs",
    rule: "a cell far away costs nothing",
    loads: { comment: "comment03.xlsx", far: "far.xlsx", issue: "issue_174.xlsx" },
    cells: {},
  },
  {
    folder: "suite-10-excel-number-with-date-format-lost",
    rule: "a number under a format of dates is kept",
    loads: { day: "day.xlsx", neg: "neg.xlsx" },
    cells: {},
  },
  {
    folder: "suite-11-excel-leading-zero-format-rounds",
    rule: "a fraction under the format 000 is kept",
    loads: { in: "in.xlsx" },
    cells: {},
  },
  {
    folder: "suite-18-excel-mixed-rich-text-loses-runs",
    rule: "all runs of a rich text are read",
    loads: { inline: "inlineStr2.xlsx", rich: "richtext-coloured.xlsx" },
    cells: {},
  },
);

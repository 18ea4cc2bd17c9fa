// Faults of Excel workbooks. Values as they stand in the XML.

import { refused, reports } from "./report.ts";

export const ofWorkbooks = reports(
  {
    folder: "10-excel-dotted-dates",
    rule: "dates come as ISO dates whatever their format",
    cells: {
      dates: { shape: [2, 10], holds: [["f1", ["2021-03-04T14:30:00", "2021-12-25T09:05:00"]]] },
      genes: { shape: [5, 2], says: [/turned into (?:a date|dates)/] },
    },
  },
  {
    folder: "11-excel-default-date-century",
    rule: "dates keep their century",
    cells: {
      born: { holds: [["born", ["1921-03-04", "2021-03-04", "1935-07-01", "2035-07-01"]]] },
      distinct_: {
        table: [
          ["born", [4]],
          ["visit", [4]],
        ],
      },
    },
  },
  {
    folder: "12-excel-1904",
    rule: "workbooks that count from 1904 give their dates",
    cells: {
      a: { holds: [["taken", ["2015-09-02", "2020-02-29"]]] },
      b: { holds: [["taken", ["2015-09-02", "2020-02-29"]]] },
      c: { holds: [["taken", ["2015-09-02", "2020-02-29"]]] },
    },
  },
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
    cells: { dates: { holds: [["born", ["1928-07-23", "2028-07-23", "2014-02-19T14:30:00"]]] } },
  },
  {
    folder: "suite-09-excel-far-cell-hangs",
    rule: "a cell far away costs nothing",
    loads: { comment: "comment03.xlsx", far: "far.xlsx", issue: "issue_174.xlsx" },
    cells: {
      // One cell is filled.
      comment: { refused: [{ reason: "load.header-only" }] },
      far: {
        table: [
          ["gene", ["TP53"]],
          ["n", [5]],
        ],
        within: 20_000,
      },
      issue: { shape: [1, 11], within: 20_000 },
    },
  },
  {
    folder: "suite-10-excel-number-with-date-format-lost",
    rule: "a number under a format of dates is kept",
    loads: { day: "day.xlsx", neg: "neg.xlsx" },
    cells: {
      day: { holds: [["logFC", [-1.2, 2.5, -0.3]]] },
      neg: { holds: [["logFC", [-1.2, 2.5, 0.3]]] },
    },
  },
  {
    folder: "suite-11-excel-leading-zero-format-rounds",
    rule: "a fraction under the format 000 is kept",
    loads: { in: "in.xlsx" },
    cells: {
      in: {
        holds: [
          ["x", [5.678, 1.234]],
          ["y", [12.5, 7.5]],
          ["z", [-3.25, 0.5]],
        ],
      },
    },
  },
  {
    folder: "suite-18-excel-mixed-rich-text-loses-runs",
    rule: "all runs of a rich text are read",
    loads: { inline: "inlineStr2.xlsx", rich: "richtext-coloured.xlsx" },
    cells: {
      inline: { holds: [["BeforeHierarchy", ["+"]]] },
      rich: { holds: [["abcd", ["tvalrval1rval2"]]] },
    },
  },
);

// Rows that a filter hides and columns that are hidden: attributes as Excel and openpyxl 3.1 write them.

import { expect, test } from "vitest";
import { loadText } from "../../../testing/load-text.ts";
import { workbookOfRows } from "../../../testing/workbook-of-rows.ts";

const cell = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (at: number, more: string, ...values: readonly string[]): string =>
  `<row r="${at}"${more}>${values.map(cell).join("")}</row>`;
const load = async (rows: string, before = "") => {
  const { out, findings } = await loadText("x.xlsx", workbookOfRows(rows, { before }), { read: "table" });
  return { out, said: findings.map(({ rule, message }) => [rule, message.params]) };
};

test("hidden rows and columns are read as all others, and it is said which", async () => {
  const rows =
    row(1, "", "id", "v", "w") +
    row(2, "", "a", "1", "x") +
    row(3, ' spans="1:3" hidden="1"', "b", "200", "y") +
    row(4, ' hidden="true"', "c", "3", "z") +
    '<row r="9" hidden="1"/>';
  const { out, said } = await load(rows, '<cols><col min="1" max="1"/><col min="3" max="9" hidden="1"/></cols>');
  expect(out).toMatchObject({ rowCount: 3 });
  expect(said).toEqual([
    ["excel-hidden-rows", { count: 2, rows: [3, 4], more: 0 }],
    ["excel-hidden-columns", { count: 1, columns: ["w"] }],
  ]);
});

test("a row that stands there twice is refused with its number, and not read by its last", async () => {
  const rows = row(1, "", "id", "v") + row(2, "", "a", "1") + row(2, "", "b", "2");
  const { failure } = await loadText("x.xlsx", workbookOfRows(rows), { read: "table" });
  expect(failure).toMatchObject({ reason: "load.sheet-row-twice", params: { line: 2, sheet: "s" } });
});

test("a sheet whose texts are not among those of the workbook is called damaged, and not missing", async () => {
  const rows = row(1, "", "id") + '<row r="2"><c r="A2" t="s"><v>99</v></c></row>';
  const { failure } = await loadText("x.xlsx", workbookOfRows(rows), { read: "table" });
  expect(failure).toMatchObject({ reason: "load.sheet-broken", params: { sheet: "s" } });
});

test("of hidden rows that hold nothing, and where none is hidden, nothing is said", async () => {
  const rows = row(1, "", "id", "v") + row(2, ' hidden="0"', "a", "1") + row(3, ' collapsed="1"', "b", "2") + '<row hidden="1"/>';
  expect((await load(rows)).said).toEqual([]);
});

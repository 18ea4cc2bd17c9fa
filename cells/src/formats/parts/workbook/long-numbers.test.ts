// As openpyxl 3.1 writes Python's whole numbers; the texts are those that pandas.read_csv(dtype=str) reads of the same values in CSV.

import { expect, test } from "vitest";
import type { Table } from "../../../artifacts/artifact.ts";
import { cellJson } from "../../../artifacts/table.ts";
import { loadText } from "../../../testing/load-text.ts";
import { workbookOfRows } from "../../../testing/workbook-of-rows.ts";
import { longNumbers } from "./long-numbers.ts";

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const column = async (...cells: readonly string[]) => {
  const rows = cells.map((cell, at) => `<row r="${at + 2}"><c r="A${at + 2}" t="n"><v>${at}</v></c>${cell}</row>`);
  const bytes = workbookOfRows(`<row r="1">${text("n")}${text("barcode")}</row>${rows.join("")}`);
  const { out, logged, findings } = await loadText("x.xlsx", bytes, { read: "table" });
  const found = (out as Table).columns[1];
  return { type: found?.type, values: cells.map((_, row) => found && cellJson(found, row)), logged, findings };
};

test("whole numbers with more digits than a number keeps come letter for letter, as out of CSV, and that is said", async () => {
  const { type, values, logged } = await column(
    '<c r="B2"><v>12345678901234567</v></c>',
    '<c r="B3" t="n"><v>12345678901234568</v></c>',
    "<c><f>A1</f><v>-9007199254740993</v></c>",
    '<c r="B5"><v>100000000000000000</v></c>',
    '<c r="B6"><v>7</v></c>',
  );
  expect(type).toBe("text");
  expect(values).toEqual(["12345678901234567", "12345678901234568", "-9007199254740993", "100000000000000000", "7"]);
  expect(logged).toMatch(/whole numbers with more digits than a number keeps/);
});

test("those that a number holds stay numbers", async () => {
  const { type, values } = await column('<c r="B2"><v>100000000000000000</v></c>', '<c r="B3"><v>9007199254740992</v></c>');
  expect([type, values]).toEqual(["float64", [1e17, 9007199254740992]]);
});

test("the text of a number that its program kept as a number is one", async () => {
  const { type, values } = await column('<c r="B2"><v>-123456789012345680000</v></c>', '<c r="B3"><v>7</v></c>');
  expect([type, values]).toEqual(["float64", [-123456789012345680000, 7]]);
});

test("numbers of texts and of truth values are none", () => {
  expect(longNumbers('<row><c r="A1" t="s"><v>12345678901234567</v></c><c t="str"><v>12345678901234567</v></c></row>')).toEqual(
    [],
  );
  expect(longNumbers('<x:row r="4"><x:c r="C4"><x:v>12345678901234567</x:v></x:c></x:row>')).toEqual([
    { row: 3, column: 2, text: "12345678901234567" },
  ]);
});

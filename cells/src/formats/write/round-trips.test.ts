// What goes out as a file comes in as it was: values, types and missing, through every format that another program reads.

import { expect, test } from "vitest";
import type { Column, Table } from "../../artifacts/artifact.ts";
import type { ExportFormat } from "../../artifacts/export-formats.ts";
import { booleanColumn, cellJson, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { loadText } from "../../testing/load-text.ts";
import { exportArtifact } from "./export-artifact.ts";

const formats = ["csv", "tsv", "xlsx"] as const satisfies readonly ExportFormat[];

const gridOf = ({ columns, rowCount }: Table) =>
  columns.map((column) => [column.name, column.type, Array.from({ length: rowCount }, (_, row) => cellJson(column, row))]);

async function again(table: Table, format: ExportFormat) {
  const file = await exportArtifact(table, format);
  if (!file.ok) throw new Error(file.error.reason);
  const { out, findings, failure } = await loadText(`x.${format}`, file.value, { read: "table" });
  expect(failure).toBeNull();
  return { grid: gridOf(out as Table), findings };
}

const kinds: Readonly<Record<string, readonly Column[]>> = {
  "one column with missing texts": [textColumn("o", ["a", null, "c", null])],
  "one column with a missing text first": [textColumn("o", [null, "b", "c"])],
  "one column with missing numbers": [numberColumn("n", [1.5, null, 3, null])],
  "one column with missing whole numbers": [integerColumn("n", [null, 1, null, 3])],
  "one column with missing truth values": [booleanColumn("n", [true, null, false, null])],
  "rows of which everything is missing": [textColumn("o", ["a", null, "c", null]), integerColumn("n", [1, null, 3, null])],
  "a column of nothing but missing values": [integerColumn("n", [1, 2]), textColumn("t", [null, null])],
  "names and texts that begin with #": [textColumn("#id", ["#1", "#2", "c"]), textColumn("#v", ["a", "#b", "d"])],
  "one column that begins with #": [textColumn("#id", ["#1", "#2", "c", "#3"])],
  "texts with delimiters, quotes and line ends": [
    integerColumn("n", [1, 2, 3, 4]),
    textColumn('a,b "c"', ["x, y", 'say "z"', "two\nlines", "tab\there"]),
  ],
  "texts with blanks around them": [integerColumn("n", [1, 2, 3]), textColumn("t", [" before", "behind ", "in the middle"])],
  "texts that read like formulas": [integerColumn("n", [1, 2, 3]), textColumn("t", ["=1+1", "@x", "'apos"])],
  "texts that Excel would take for dates": [textColumn("gene", ["MARCH1", "SEPT2", "1/2"]), integerColumn("n", [1, 2, 3])],
  "texts that read like the code of a character": [
    textColumn("_x0042_", ["_x0041_", "_x005F_", "__x000d_ _xZZZZ_ _x0041"]),
    integerColumn("n", [1, 2, 3]),
  ],
  "identifiers with zeros before them and of many digits": [
    textColumn("code", ["007", "0123", "12345678901234567"]),
    textColumn("clone", ["12345678901234568", "9007199254740993", "x"]),
  ],
  "numbers of all sizes": [
    integerColumn("n", [1, -2, 2147483647, null]),
    numberColumn("x", [0.1, 1e300, 5e-324, 123456789.12345679]),
    numberColumn("y", [Number.POSITIVE_INFINITY, -1.5, null, 1e21]),
  ],
  "yes and no": [textColumn("id", ["a", "b", "c"]), booleanColumn("ok", [true, false, null])],
  "columns that are called by years": [
    textColumn("country", ["A", "B"]),
    integerColumn("2019", [5, 7]),
    integerColumn("2020", [6, 8]),
  ],
  "letters of all alphabets": [textColumn("имя", ["Анна", "东京", "naïve"]), numberColumn("µ", [1.5, 2.5, 3.5])],
};
test.each(Object.entries(kinds).flatMap(([title, columns]) => formats.map((format) => ({ title, columns, format }))))(
  "$title come back from $format",
  async ({ columns, format }) => {
    const table = tableOf(...columns);
    expect((await again(table, format)).grid).toEqual(gridOf(table));
  },
);

test("what a file does not keep is said where it is read: NA as a text in Excel, with the click that keeps it", async () => {
  const table = tableOf(textColumn("gene", ["TP53", "NA", "NA", "MYC"]), integerColumn("v", [1, 2, 3, 4]));
  for (const format of ["csv", "tsv"] as const) expect((await again(table, format)).grid).toEqual(gridOf(table));
  const { grid, findings } = await again(table, "xlsx");
  expect(grid[0]).toEqual(["gene", "text", ["TP53", null, null, "MYC"]]);
  const [finding] = findings;
  expect(finding).toMatchObject({
    rule: "missing-words",
    message: { params: { count: 2, line: 3 } },
    fix: { path: ["missing"] },
  });
  const file = await exportArtifact(table, "xlsx");
  if (!file.ok || !finding?.fix) throw new Error("no file or no click");
  const kept = await loadText("x.xlsx", file.value, { read: "table", missing: finding.fix.value });
  expect(gridOf(kept.out as Table)).toEqual(gridOf(table));
  expect(kept.findings).toEqual([]);
});

test("texts that are longer than a cell of Excel are refused with the cell and what to do, and go out as all else", async () => {
  const table = tableOf(integerColumn("n", [1, 2]), textColumn("sequence", ["ACGT", "A".repeat(40_000)]));
  const file = await exportArtifact(table, "xlsx");
  if (file.ok) throw new Error("written");
  expect(failureSentence(file.error, "en")).toBe(
    "The text in cell B3 (sequence) has 40\u2009000 characters, and Excel holds 32\u2009767 in one cell. Export as CSV or Parquet, or shorten that text.",
  );
  for (const format of ["csv", "tsv"] as const) expect((await again(table, format)).grid).toEqual(gridOf(table));
});

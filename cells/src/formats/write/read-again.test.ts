// What goes out as CSV or TSV comes in as it was: texts that read like a missing value among them.

import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { cellJson, integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { gridOfTable } from "../../artifacts/grid.ts";
import { loadText } from "../../testing/load-text.ts";
import { delimitedText } from "./delimited.ts";

const gridOf = ({ columns, rowCount }: Table) =>
  columns.map((column) => [column.name, column.type, Array.from({ length: rowCount }, (_, row) => cellJson(column, row))]);

const texts = ["NA", "x", null, "NaN", "N/A", "#N/A", "-", ".", "null", 'a "b"', "two\nlines"];

// pandas.read_csv(keep_default_na=False, na_values=[""]) reads the same texts.
test.each([",", "\t"] as const)(
  "texts that a reader takes for missing stay texts, missing ones stay missing (%j)",
  async (mark) => {
    const table = tableOf(integerColumn("id", [...texts.keys()]), textColumn("t", texts));
    const text = [...delimitedText(gridOfTable(table), mark, false)].join("");
    const { out } = await loadText(mark === "," ? "x.csv" : "x.tsv", text);
    const read = (out as Table).columns[1];
    expect(texts.map((_, row) => read && cellJson(read, row))).toEqual(texts);
  },
);

// pandas.read_csv(comment="#") reads as many rows.
test.each([",", "\t"] as const)("texts and names that begin with # stay rows and names (%j)", async (mark) => {
  const table = tableOf(textColumn("#id", ["#1", "#2", "c"]), textColumn("#v", ["a", "#b", "d"]));
  const text = [...delimitedText(gridOfTable(table), mark, false)].join("");
  const { out } = await loadText(mark === "," ? "x.csv" : "x.tsv", text);
  expect(gridOf(out as Table)).toEqual(gridOf(table));
});

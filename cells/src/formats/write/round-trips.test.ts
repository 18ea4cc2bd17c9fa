// What goes out as a file comes in as it was: values, types and missing, through every format that another program reads.

import { expect, test } from "vitest";
import type { Column, Table } from "../../artifacts/artifact.ts";
import type { ExportFormat } from "../../artifacts/export-formats.ts";
import { booleanColumn, cellJson, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
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
};
test.each(Object.entries(kinds).flatMap(([title, columns]) => formats.map((format) => ({ title, columns, format }))))(
  "$title come back from $format",
  async ({ columns, format }) => {
    const table = tableOf(...columns);
    expect((await again(table, format)).grid).toEqual(gridOf(table));
  },
);

// What our Parquet files say of their groups of rows, as DuckDB reads it: least, greatest and how many are missing.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import { writeParquet } from "@genomecraft/cells/formats/write/parquet.ts";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";

const rows = 20_000;
const of = <T>(make: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => make(row));

test("each group of rows says the least and greatest value of its columns, and how many are missing", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "gc-parquet-"));
  try {
    const file = path.join(folder, "t.parquet");
    const table = tableOf(
      integerColumn(
        "n",
        of((row) => (row % 100 === 0 ? null : row - 5_000)),
      ),
      numberColumn(
        "x",
        of((row) => (row === 7 ? -7.5 : row / 4)),
      ),
      numberColumn(
        "zero",
        of(() => 0),
      ),
      booleanColumn(
        "is",
        of((row) => row < 16_384),
      ),
      textColumn(
        "t",
        of((row) => (row === 3 ? "я" : row === 4 ? "" : `p${row % 7}`)),
      ),
      textColumn(
        "long",
        of((row) => (row === 0 ? "z".repeat(300) : "a")),
      ),
      textColumn(
        "none",
        of(() => null),
      ),
    );
    writeFileSync(file, await writeParquet(table));
    const connection = await (await DuckDBInstance.create()).connect();
    const read = await connection.runAndReadAll(
      `select row_group_id, path_in_schema, stats_min_value, stats_max_value, stats_null_count from parquet_metadata('${file}') order by all`,
    );
    expect(
      read
        .getRows()
        .map(([group, ...more]) => [Number(group), ...more.map((value) => (typeof value === "bigint" ? Number(value) : value))]),
    ).toEqual([
      [0, "is", "true", "true", 0],
      [0, "long", null, null, 0],
      [0, "n", "-4999", "11383", 164],
      [0, "none", null, null, 16_384],
      [0, "t", "", "я", 0],
      [0, "x", "-7.5", "4095.75", 0],
      [0, "zero", "-0.0", "0.0", 0],
      [1, "is", "false", "false", 0],
      [1, "long", "a", "a", 0],
      [1, "n", "11384", "14999", 36],
      [1, "none", null, null, 3_616],
      [1, "t", "p0", "p6", 0],
      [1, "x", "4096.0", "4999.75", 0],
      [1, "zero", "-0.0", "0.0", 0],
    ]);
    const found = await connection.runAndReadAll(`select count(*) from '${file}' where n between 11390 and 11394 and t >= 'p0'`);
    expect(Number(found.getRows()[0]?.[0])).toBe(5);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

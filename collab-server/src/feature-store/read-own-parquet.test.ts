// Of a large view a filter reads the groups of rows alone that may hold it, and answers as if all had been read.

import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import { type RowCondition, rowsThatHold } from "@genomecraft/cells/features/row-filter.ts";
import { writeParquet } from "@genomecraft/cells/formats/write/parquet.ts";
import { expect, test } from "vitest";
import { openOwnParquet } from "./read-own-parquet.ts";

const n = 100_000;
const at = (make: (row: number) => number | null) => Array.from({ length: n }, (_, row) => make(row));
const table = tableOf(
  textColumn(
    "id",
    at((row) => row).map((row) => `p${String(row).padStart(6, "0")}`),
  ),
  integerColumn(
    "n",
    at((row) => (row % 10 === 0 ? null : row)),
  ),
  numberColumn(
    "x",
    at((row) => Math.sin(row)),
  ),
  textColumn(
    "day",
    at((row) => row).map((row) => `2026-01-${String(1 + Math.floor(row! / 10_000)).padStart(2, "0")}`),
  ),
);
const bytes = await writeParquet(table);

function counted(): { readonly source: ByteSource; read(): number } {
  let read = 0;
  return {
    source: {
      ...bytesAsSource(bytes),
      read: async (start, end) => {
        read += end - start;
        return bytes.slice(start, end);
      },
    },
    read: () => read,
  };
}
const rowsOf = (of: typeof table, conditions: readonly RowCondition[]) => {
  const found = rowsThatHold(
    conditions,
    of,
    Array.from({ length: of.rowCount }, (_, row) => row),
  );
  const ids = of.columns[0];
  return found.ok && ids?.type === "text" ? found.value.map((row) => ids.dictionary[ids.codes[row] as number]) : found;
};

test.each<[readonly RowCondition[], number]>([
  [[{ column: "n", is: "between", value: [40_000, 40_010] }], 16_384],
  [[{ column: "id", is: "=", value: "p099999" }], 1_696],
  [
    [
      { column: "id", is: "in", value: ["p000001", "p099999"] },
      { column: "n", is: ">", value: 90_000 },
    ],
    1_696,
  ],
  [[{ column: "n", is: "<", value: 0 }], 0],
  [[{ column: "x", is: ">", value: 0.99 }], n],
  // Texts are told to be times by all of them.
  [
    [
      { column: "n", is: "<", value: 10 },
      { column: "day", is: ">=", value: "2026-01-01" },
    ],
    n,
  ],
])("%o reads %i rows", async (conditions, rows) => {
  const { source, read } = counted();
  const file = await openOwnParquet(source);
  const some = await file.read(conditions);
  expect([some.rowCount, file.rowsThatMayHold(conditions)]).toEqual([rows, { some: rows, all: n }]);
  expect(rowsOf(some, conditions)).toEqual(rowsOf(table, conditions));
  if (rows < n / 2) expect(read()).toBeLessThan(bytes.length / 2);
});

test("a missing number is found in whatever group it stands", async () => {
  const file = await openOwnParquet(counted().source);
  const conditions: RowCondition[] = [{ column: "n", is: "missing" }];
  expect(rowsOf(await file.read(conditions), conditions)).toHaveLength(n / 10);
});

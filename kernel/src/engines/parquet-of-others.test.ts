// Parquet files of other programs: what the engine passes over is kept or said. Values by pyarrow 25.0.1 and pandas 3.0.6.

import { expect, test } from "vitest";
import type { Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { cellJson, columnOf } from "@genomecraft/cells/artifacts/table.ts";
import { loadText } from "@genomecraft/cells/testing/load-text.ts";
import { loadSqlEngine } from "../native-engines.ts";
import { pyarrowFile } from "./pyarrow.fixture.ts";

const { out, failure, logged } = await loadText("t.parquet", pyarrowFile, { format: "parquet" }, null, await loadSqlEngine());
const values = (name: string) => {
  const column = columnOf(out as Table, name);
  return column ? Array.from({ length: 3 }, (_, row) => cellJson(column, row)) : null;
};

test("names that differ by case alone stay what they are", () => {
  expect(failure).toBeNull();
  expect((out as Table).columns.map(({ name }) => name)).toEqual(["id", "u64", "dec", "dec38", "dur", "lag", "A", "a"]);
  expect(values("a")).toEqual([4, 5, 6]);
});

test("decimals that are rounded are said, those that are not are not", () => {
  expect(values("dec")).toEqual([1.5, -2.25, null]);
  expect(values("dec38")).toEqual([12345678901234567000, 0.1, null]);
  expect(logged).toContain(
    "dec38 holds decimals of up to 38 digits; 1 of them (it stands in row 1) has more than a number keeps",
  );
  expect(logged).not.toContain("dec holds");
});

test("lengths of time keep their unit, and it is said", () => {
  expect(values("dur")).toEqual([129_600_000_000, null, null]);
  expect(columnOf(out as Table, "dur")?.unit).toBe("µs");
  expect(columnOf(out as Table, "lag")?.unit).toBe("ns");
  expect(logged).toContain("dur is a length of time; its numbers count µs.");
});

test("whole numbers beyond 2^53 keep their digits as text, and that is said", () => {
  expect(values("u64")).toEqual(["18446744073709551615", "5", null]);
  expect(logged).toContain("u64 holds 1 whole number with more digits than a number keeps, such as 18446744073709551615");
});

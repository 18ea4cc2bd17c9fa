// The numbers of the steps against pandas and NumPy (pandas.fixture.ts).

import { expect, test } from "vitest";
import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { cellJson, columnOf, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "./execute.ts";
import { oracle } from "./pandas.fixture.ts";
import { transform } from "./spec.ts";

const from = { ref: "cell_data" as CellId };
async function run<T extends Artifact>(data: Artifact, ...steps: readonly JsonObject[]): Promise<T> {
  const context = {
    input: () => data,
    valueOf: (field: Json) => field,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  const result = await execute(transform.schema.parse({ from, steps }), context as unknown as ExecuteContext);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.out as T;
}
const rows = (found: Table): Json[][] =>
  Array.from({ length: found.rowCount }, (_, row) => found.columns.map((column) => cellJson(column, row)));
function close(found: readonly (readonly Json[])[], expected: readonly (readonly Json[])[], digits = 9): void {
  expect(found.length).toBe(expected.length);
  found.forEach((row, at) =>
    row.forEach((value, place) => {
      const wanted = expected[at]?.[place];
      if (typeof value === "number" && typeof wanted === "number") expect(value).toBeCloseTo(wanted, digits);
      else expect(value).toEqual(wanted);
    }),
  );
}

const data = tableOf(
  textColumn(
    "g",
    oracle.rows.map((row) => row[0]),
  ),
  textColumn(
    "h",
    oracle.rows.map((row) => row[1]),
  ),
  numberColumn(
    "x",
    oracle.rows.map((row) => row[2]),
  ),
  integerColumn(
    "k",
    oracle.rows.map((row) => row[3]),
  ),
  integerColumn(
    "at",
    oracle.rows.map((_, at) => at),
  ),
);

test("groups, counts, sums, means, medians, deviations, extremes and distinct values are those of pandas", async () => {
  const values = [
    { name: "n", take: "count" },
    { name: "present", take: "count", column: "x" },
    ...["sum", "mean", "median", "sd", "min", "max"].map((take) => ({ name: take, take, column: "x" })),
    { name: "kinds", take: "distinct", column: "k" },
  ];
  close(rows(await run<Table>(data, { verb: "summarise", by: ["g"], values })), oracle.summary);
});

test("a pivot by the mean is that of pandas", async () => {
  const found = await run<Table>(
    data,
    { verb: "select", columns: ["g", "h", "x"] },
    { verb: "pivot", names: "h", values: "x", take: "mean" },
  );
  expect(found.columns.slice(1).map((column) => column.name)).toEqual(oracle.pivotNames);
  close(rows(found), oracle.pivot);
});

test.each(["mean", "median"] as const)("filling missing values with the %s is that of pandas", async (by) => {
  const found = await run<Table>(
    data,
    { verb: "fill-missing", columns: ["x"], fill: { by } },
    { verb: "select", columns: ["x"] },
  );
  close(
    rows(found),
    oracle.filled[by].map((value) => [value]),
  );
});

test("filling with the most frequent value takes the first of those that are equally frequent", async () => {
  const some = tableOf(textColumn("t", [null, "b", "a", "a", "b", null]));
  const found = await run<Table>(some, { verb: "fill-missing", columns: ["t"], fill: { by: "mode" } });
  expect(rows(found).flat()).toEqual(["b", "b", "a", "a", "b", "b"]);
});

test("sorting by two columns is that of pandas", async () => {
  const found = await run<Table>(data, { verb: "sort", by: [{ column: "k", descending: true }, { column: "x" }] });
  expect(rows(found).map((row) => row[4])).toEqual(oracle.sortedIndex);
});

test("formulas give the numbers of NumPy, and filters its rows", async () => {
  const derived = await run<Table>(data, { verb: "derive", name: "d", formula: "log2(abs(x) + 1) * k - x ^ 2 / 3" });
  const column = columnOf(derived, "d");
  close(
    oracle.derived.map((_, row) => [column ? cellJson(column, row) : null]),
    oracle.derived.map((value) => [value]),
  );
  const kept = await run<Table>(data, { verb: "filter", where: "x > 5 and k % 2 = 0 or is_missing(g)" });
  expect(rows(kept).map((row) => row[4])).toEqual(oracle.filterIndex);
});

const counts = assayOf({
  values: { layout: "dense", data: Float32Array.from(oracle.counts.flat()) },
  features: tableOf(
    integerColumn(
      "feature",
      oracle.counts.map((_, at) => at),
    ),
  ),
  samples: tableOf(textColumn("sample", ["s1", "s2", "s3", "s4", "s5"])),
  scale: "counts",
});
const numbers = (found: Assay): number[] => (found.values.layout === "dense" ? [...found.values.data] : []);
/** Matrices hold float32: seven digits. */
const near = (found: readonly number[], expected: readonly number[]): void =>
  found.forEach((value, at) =>
    expect(Math.abs(value - (expected[at] as number))).toBeLessThan(1e-6 * Math.max(1, Math.abs(value))),
  );

test("counts per million, their logarithms and z-scores are those of NumPy", async () => {
  near(numbers(await run<Assay>(counts, { verb: "cpm" })), oracle.cpm);
  near(numbers(await run<Assay>(counts, { verb: "log-cpm" })), oracle.logCpm);
  near(numbers(await run<Assay>(counts, { verb: "log-cpm" }, { verb: "z-score" })), oracle.z);
});

test("the most variable features, and those with at least 10 in 2 samples, are those of NumPy", async () => {
  const features = (found: Assay): Json[] => rows(found.features).map((row) => row[0] as Json);
  expect(features(await run<Assay>(counts, { verb: "log-cpm" }, { verb: "top-variable", count: 3 }))).toEqual(oracle.top3);
  expect(features(await run<Assay>(counts, { verb: "filter-features", rule: { by: "count", min: 10, samples: 2 } }))).toEqual(
    oracle.atLeast10in2,
  );
});

// What each step changed, as the report tells it: exact counts, and whose values.

import { describe, expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import { changesOf } from "../../artifacts/changes/changes-of-data.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { execute } from "./execute.ts";
import { transform } from "./spec.ts";
import { stepChangesReport } from "../../reports/step-changes/report.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import type { CellId } from "../../base/ids.ts";

async function changed(data: Table | Assay, ...steps: readonly JsonObject[]) {
  const context: Partial<ExecuteContext> = {
    input: () => data,
    valueOf: (field) => field as JsonObject,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  const from = { ref: "cell_data" as CellId };
  const spec = transform.schema.parse({ from, steps: steps.map((step, at) => ({ id: `s${at}`, ...step })) });
  const result = await execute(spec, context as ExecuteContext);
  if (!result.ok) throw new Error(result.error.reason);
  const { changes } = result.value;
  if (changes?.type !== "report") throw new Error("no report");
  return stepChangesReport.schema.parse(changes.body).steps;
}

const people = tableOf(
  textColumn("id", ["p1", "p2", "p3", "p4"], { semantic: "patient" }),
  numberColumn("age", [40, null, 90, 44]),
  textColumn("sex", ["f", "M", "f", null]),
);
const nothing = { n: 0, names: [] };

test("values before and after stand beside the row and the column (T-1a)", async () => {
  const [filled] = await changed(people, { verb: "fill-missing", columns: ["age"], fill: { by: "mean" } });
  expect(filled).toEqual({
    step: 1,
    verb: "fill-missing",
    lists: [],
    values: { changed: 1, of: 12, examples: [{ row: "p2", column: "age", before: null, after: 58 }] },
  });
});
test("rows that went are named, and what is left is not called changed", async () => {
  const [, dropped] = await changed(
    people,
    { verb: "sort", by: [{ column: "age", descending: true }] },
    { verb: "filter", where: { column: "age", is: ">", value: 42 } },
  );
  expect(dropped).toMatchObject({
    lists: [{ of: "rows", removed: { n: 2, names: expect.arrayContaining(["p1", "p2"]) }, added: nothing }],
    values: { changed: 0, of: 6, examples: [] },
  });
});
test("rows in another order are said to be so; a step that is off is not there", async () => {
  const found = await changed(people, { verb: "sort", by: [{ column: "age" }] }, { verb: "head", rows: 2, off: true });
  expect(found).toEqual([{ step: 1, verb: "sort", lists: [], values: null, instead: "order" }]);
});
test("a step that may leave rows out, and left none out, changed values where they stood", async () => {
  const far = tableOf(numberColumn("x", [1, 2, 3, 4, 5, 1000]));
  const [found] = await changed(far, { verb: "outliers", columns: ["x"], action: "winsorise" });
  expect(found).toMatchObject({ lists: [], values: { changed: 1, of: 6, examples: [{ row: "#6", column: "x", before: 1000 }] } });
});
test("columns come, go and are called otherwise", async () => {
  const [renamed, made] = await changed(
    people,
    { verb: "rename", columns: [{ from: "sex", to: "gender" }] },
    { verb: "encode", columns: ["gender"] },
  );
  expect(renamed?.lists).toEqual([{ of: "columns", added: nothing, removed: nothing, renamed: [{ from: "sex", to: "gender" }] }]);
  expect(made?.lists).toEqual([
    { of: "columns", added: { n: 2, names: ["gender_M", "gender_f"] }, removed: { n: 1, names: ["gender"] }, renamed: [] },
  ]);
});

const matrix = assayOf({
  values: { layout: "dense", data: Float32Array.of(1, 2, 3, 4, 5, 6) },
  features: tableOf(textColumn("gene", ["a", "b", "c"])),
  samples: tableOf(textColumn("sample", ["s1", "s2"])),
  scale: "counts",
  featureNoun: "gene",
});
describe("of a matrix", () => {
  test("values stand by feature and sample, as they were written", async () => {
    const [found] = await changed(matrix, { verb: "log", base: 2, prior: 1 });
    expect(found?.values).toMatchObject({ changed: 5, of: 6 });
    expect(found?.values?.examples[0]).toEqual({ row: "a", column: "s2", before: 2, after: 1.5849625 });
  });
  test("features that went are named", async () => {
    const [found] = await changed(matrix, { verb: "select-features", features: ["c"] });
    expect(found?.lists).toEqual([{ of: "features", added: nothing, removed: { n: 2, names: ["a", "b"] }, renamed: [] }]);
    expect(found?.values).toEqual({ changed: 0, of: 2, examples: [] });
  });
  test("a matrix that becomes a table is said to", async () => {
    const [found] = await changed(matrix, { verb: "to-table" });
    expect(found).toMatchObject({ lists: [], values: null, instead: "form" });
  });
});

describe("nasty data", () => {
  test("infinities, equal rows, empty tables, names of an object's machinery", () => {
    const odd = tableOf(
      numberColumn("__proto__", [Number.POSITIVE_INFINITY, 1, 1]),
      textColumn("constructor", ["x".repeat(200), "", null]),
    );
    const after = tableOf(numberColumn("__proto__", [1e308, 1, null]), textColumn("constructor", ["y", "", null]));
    const found = changesOf(odd, after, "places");
    expect(found.values).toMatchObject({ changed: 3, of: 6 });
    expect(found.values?.examples).toEqual([
      { row: "#1", column: "__proto__", before: "Infinity", after: 1e308 },
      { row: "#1", column: "constructor", before: `${"x".repeat(80)}…`, after: "y" },
      { row: "#3", column: "__proto__", before: 1, after: null },
    ]);
    const empty = tableOf(integerColumn("n", []));
    expect(changesOf(empty, empty, "any").values?.changed).toBe(0);
    expect(changesOf(odd, tableOf(numberColumn("__proto__", [])), "any").lists).toMatchObject([
      { of: "columns", removed: { n: 1 } },
      { of: "rows", removed: { n: 3, names: ["#1", "#2", "#3"] } },
    ]);
  });
  test("of three million cells some are looked at, and that is said", () => {
    const rows = 1_000_000;
    const of = (more: number) =>
      tableOf(
        ...["a", "b", "c"].map((name) =>
          numberColumn(
            name,
            Float64Array.from({ length: rows }, (_, at) => at + more),
          ),
        ),
      );
    const found = changesOf(of(0), of(1), "places");
    expect(found.looked).toEqual({ rows: 500_000, of: rows });
    expect(found.values).toMatchObject({ changed: 1_500_000, of: 1_500_000 });
    expect(found.values?.examples).toHaveLength(10);
  });
  test("rows that are made anew are said to be others", async () => {
    const [found] = await changed(people, { verb: "summarise", by: ["sex"], values: [{ take: "count", name: "n" }] });
    expect(found).toMatchObject({ values: null, instead: "rows" });
  });
});

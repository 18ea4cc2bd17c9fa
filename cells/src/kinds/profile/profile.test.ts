// What a profile says of a table and of a matrix.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Artifact, Report } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { profileReport } from "../../reports/profile/report.ts";
import { execute } from "./execute.ts";

const from = { ref: "cell_a" as CellId };
async function profileOf(artifact: Artifact, by: string | null = null): Promise<Report["body"]> {
  const result = await execute({ from, by }, { input: () => artifact } as unknown as ExecuteContext);
  if (!result.ok) throw new Error(result.error.reason);
  return (result.value["out"] as Report).body;
}

test("a table: every column with its missing and different values", async () => {
  expect(await profileOf(tableOf(textColumn("sex", ["F", null, "M"]), numberColumn("age", [1, 2, 3])))).toMatchObject({
    type: "table",
    shape: [3, 2],
    more: 0,
    columns: [
      { name: "sex", missing: 1, distinct: 2 },
      { name: "age", histogram: { mean: 2 } },
    ],
  });
});

/** Columns with gaps and what SciPy and pandas answer (stats/oracles/association.py). */
interface Oracle {
  readonly columns: { readonly [name: string]: readonly (string | number | null)[] };
  readonly numbers: readonly {
    readonly a: string;
    readonly b: string;
    readonly n: number;
    readonly pearson: number;
    readonly spearman: number;
  }[];
  readonly categories: { readonly n: number; readonly v: number; readonly corrected: number };
  readonly ratios: readonly { readonly number: string; readonly n: number; readonly eta: number }[];
}

test("pairs of columns agree with SciPy and pandas, the strongest first", async () => {
  const oracle: Oracle = JSON.parse(readFileSync(new URL("../../stats/oracles/association.json", import.meta.url), "utf8"));
  const columns = Object.entries(oracle.columns).map(([name, values]) =>
    values.some((value) => typeof value === "string")
      ? textColumn(
          name,
          values.map((value) => (value === null ? null : String(value))),
        )
      : numberColumn(
          name,
          values.map((value) => (typeof value === "number" ? value : null)),
        ),
  );
  const ids = textColumn("id", columns[0] ? Array.from({ length: 60 }, (_, row) => `p${row}`) : [], { semantic: "patient" });
  const body = profileReport.schema.parse(await profileOf(tableOf(ids, ...columns)));
  if (body.type !== "table" || !body.pairs) throw new Error("pairs were expected");
  const { pairs, told, left } = body.pairs;
  expect([told, left]).toEqual([15, 0]);
  const of = (a: string, b: string) => pairs.find((pair) => [pair.a, pair.b].sort().join() === [a, b].sort().join());
  for (const { a, b, n, pearson, spearman } of oracle.numbers) {
    expect(of(a, b)?.n).toBe(n);
    expect(of(a, b)?.pearson).toBeCloseTo(pearson, 12);
    expect(of(a, b)?.spearman).toBeCloseTo(spearman, 12);
  }
  expect(of("a", "b")?.v).toBeCloseTo(oracle.categories.v, 12);
  expect(of("a", "b")?.corrected).toBeCloseTo(oracle.categories.corrected, 12);
  for (const { number, eta } of oracle.ratios) expect(of("a", number)?.eta).toBeCloseTo(eta, 12);
  const sizes = pairs.map(({ value }) => Math.abs(value));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});

test("what is missing together, the most frequent pattern first", async () => {
  const body = await profileOf(
    tableOf(
      textColumn("a", ["x", null, null, "y", "z"]),
      numberColumn("b", [1, null, null, null, 2]),
      numberColumn("c", [1, 2, 3, 4, 5]),
    ),
  );
  expect(body).toMatchObject({
    gaps: {
      patterns: [
        { columns: [], rows: 2 },
        { columns: ["a", "b"], rows: 2 },
        { columns: ["b"], rows: 1 },
      ],
      more: 0,
    },
  });
  expect(await profileOf(tableOf(numberColumn("c", [1, 2])))).not.toHaveProperty("gaps");
});

test("what cannot be compared is in no pair: constants, all missing, infinite ones by Pearson", async () => {
  const body = profileReport.schema.parse(
    await profileOf(
      tableOf(
        numberColumn("same", [1, 1, 1, 1]),
        numberColumn("none", [null, null, null, null]),
        numberColumn("up", [1, 2, 3, 4]),
        numberColumn("far", [1, 2, 3, Infinity]),
        numberColumn("huge", [1e308, 2, 3, -1e308]),
        textColumn("one", ["a", "a", "a", "a"]),
      ),
    ),
  );
  const pairs = body.type === "table" ? body.pairs?.pairs : [];
  expect(pairs?.map(({ a, b }) => `${a} ${b}`).sort()).toEqual(["far huge", "up far", "up huge"]);
  expect(pairs?.find(({ a, b }) => a === "up" && b === "far")).toEqual({ a: "up", b: "far", n: 4, value: 1, spearman: 1 });
});

test("infinite values are counted, and stand in the median", async () => {
  const days = numberColumn("days", [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 3, 5, 8, null]);
  expect(await profileOf(tableOf(days))).toMatchObject({
    columns: [
      { missing: 1, infinite: { below: 2, above: 0 }, histogram: { min: 3, max: 8, median: 3, counts: expect.anything() } },
    ],
  });
});

test("a matrix: its samples' numbers, their annotation, zeros and missing numbers", async () => {
  const assay = assayOf({
    values: { layout: "dense", data: Float32Array.of(0, 2, Number.NaN, 4) },
    features: tableOf(textColumn("gene", ["a", "b"])),
    samples: tableOf(textColumn("sample", ["s1", "s2"]), textColumn("sex", ["F", "M"])),
  });
  expect(await profileOf(assay)).toMatchObject({
    type: "assay",
    shape: [2, 2],
    missing: 1,
    zeros: 1,
    columns: [{ name: "s1" }, { name: "s2", histogram: { mean: 3 } }],
    samples: [{ name: "sample" }, { name: "sex", top: [{ value: "F" }, { value: "M" }] }],
  });
});

test("no data yet is said, not thrown", async () => {
  expect(await execute({ from: null, by: null }, {} as ExecuteContext)).toMatchObject({
    ok: false,
    error: { reason: "profile.no-data" },
  });
});

test("what is missing is counted in each group, by the column that is chosen or that means one", async () => {
  const table = tableOf(
    textColumn("arm", ["a", "a", "b", "b", null], { semantic: "group" }),
    textColumn("sex", ["f", "m", "f", "m", "f"]),
    numberColumn("crp", [null, 1, null, null, null]),
  );
  const body = async (by: string | null) => profileReport.schema.parse(await profileOf(table, by));
  expect(await body(null)).toMatchObject({
    byGroup: {
      column: "arm",
      groups: [
        { name: "a", rows: 2 },
        { name: "b", rows: 2 },
      ],
      missing: [{ column: "crp", counts: [1, 2] }],
    },
  });
  expect(await body("sex")).toMatchObject({ byGroup: { missing: [{ column: "arm", counts: [1, 0] }, { counts: [3, 1] }] } });
  expect(await body("")).not.toHaveProperty("byGroup");
  await expect(profileOf(table, "dose")).rejects.toThrow("column-missing");
});

// What a profile says of a table and of a matrix.

import { expect, test } from "vitest";
import type { Artifact, Report } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "./execute.ts";

const from = { ref: "cell_a" as CellId };
async function profileOf(artifact: Artifact): Promise<Report["body"]> {
  const result = await execute({ from }, { input: () => artifact } as unknown as ExecuteContext);
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
  expect(await execute({ from: null }, {} as ExecuteContext)).toMatchObject({ ok: false, error: { reason: "profile.no-data" } });
});

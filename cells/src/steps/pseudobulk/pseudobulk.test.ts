// pseudobulk beside pandas' groupby (oracle.py wrote oracle.json), sparse and dense, and what it leaves out.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Assay, SparseValues } from "../../artifacts/artifact.ts";
import { assayOf, denseData, sampleIds } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { stepOnMatrix, valuesOf } from "../../testing/step-on-table.ts";

interface Oracle {
  readonly counts: readonly (readonly number[])[];
  readonly donor: readonly string[];
  readonly kind: readonly string[];
  readonly lab: readonly string[];
  readonly groups: readonly string[];
  readonly sizes: readonly number[];
  readonly of: number;
  readonly sum: readonly (readonly number[])[];
  readonly mean: readonly (readonly number[])[];
}
const oracle = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8")) as Oracle;
const width = 300;
const cells: Assay = assayOf({
  values: { layout: "dense", data: Float32Array.from(oracle.counts.flat()) },
  features: tableOf(
    textColumn(
      "gene",
      oracle.counts.map((_, at) => `g${at}`),
    ),
  ),
  samples: tableOf(
    textColumn(
      "barcode",
      Array.from({ length: width }, (_, at) => `c${at}`),
      { semantic: "barcode" },
    ),
    textColumn("donor", oracle.donor),
    textColumn("kind", oracle.kind),
    textColumn("lab", oracle.lab, { semantic: "lab" }),
    numberColumn(
      "depth",
      Array.from({ length: width }, (_, at) => at),
    ),
  ),
  scale: "counts",
  featureNoun: "gene",
});
const sparse: Assay = { ...cells, values: sparseOf(denseData(cells)) };
function sparseOf(data: Float32Array): SparseValues {
  const offsets = [0];
  const at: number[] = [];
  const found: number[] = [];
  for (let cell = 0; cell < width; cell++) {
    for (let gene = 0; gene < 60; gene++) {
      const value = data[gene * width + cell] as number;
      if (value === 0) continue;
      at.push(gene);
      found.push(value);
    }
    offsets.push(at.length);
  }
  return {
    layout: "sparse",
    offsets: Int32Array.from(offsets),
    featureIndex: Int32Array.from(at),
    data: Float32Array.from(found),
  };
}

test.each([
  ["dense", cells],
  ["sparse", sparse],
])("sums and means of %s cells by donor and type are those of pandas", async (_, given) => {
  for (const how of ["sum", "mean"] as const) {
    const { assay, said } = await stepOnMatrix(given, { verb: "pseudobulk", by: ["donor", "kind"], how });
    const order = oracle.groups.map((group) => sampleIds(assay).indexOf(group));
    expect(order).not.toContain(-1);
    expect(assay.sampleCount).toBe(oracle.groups.length);
    const found = denseData(assay);
    for (const [nth, at] of order.entries())
      expect(Array.from({ length: 60 }, (_, gene) => found[gene * assay.sampleCount + at])).toEqual(
        oracle[how][nth]?.map(Math.fround),
      );
    const sizes = valuesOf(assay.samples, "cells");
    expect(order.map((at) => sizes[at])).toEqual(oracle.sizes);
    expect(assay.samples.columns.map(({ name }) => name)).toEqual(["barcode", "donor", "kind", "lab", "cells"]);
    expect(assay.samples.columns[0]).toMatchObject({ semantic: "sample" });
    expect(assay.scale).toBe(how === "sum" ? "counts" : "unknown");
    expect(said).toContain(
      `Step 1: ${oracle.of - oracle.groups.length} of ${oracle.of} groups have fewer than 10 and were left out.`,
    );
    expect(said).toContain("Step 1: columns that differ within groups were left out: depth.");
  }
});

const small = (groups: readonly (string | null)[], data: readonly number[], scale: Assay["scale"] = "counts"): Assay =>
  assayOf({
    values: { layout: "dense", data: Float32Array.from(data) },
    features: tableOf(textColumn("gene", ["g"])),
    samples: tableOf(
      textColumn(
        "sample",
        groups.map((__, at) => `s${at}`),
      ),
      textColumn(
        "a",
        groups.map((group) => group?.split("|")[0] ?? null),
      ),
      textColumn(
        "b",
        groups.map((group) => group?.split("|")[1] ?? null),
      ),
    ),
    scale,
    featureNoun: "gene",
  });

test("groups that read alike are told apart, cells without a group are counted, missing values are left out of sums", async () => {
  const given = small(["x_y|z", "x|y_z", null, "x|y_z"], [1, 2, 4, Number.NaN]);
  const { assay, said } = await stepOnMatrix(given, { verb: "pseudobulk", by: ["a", "b"], least: 1 });
  expect(sampleIds(assay)).toEqual(["x_y_z", "x_y_z 2"]);
  expect([...denseData(assay)]).toEqual([1, 2]);
  expect(said).toEqual([
    "Step 1: 1 of 4 has no value in the columns that make the groups and was left out.",
    "Step 1: 1 missing value was left out of the sums.",
  ]);
});

test("what cannot be is refused with the way on", async () => {
  const on = (given: Assay, more = {}) => stepOnMatrix(given, { verb: "pseudobulk", by: ["a"], least: 1, ...more });
  await expect(on(small(["x|y"], [1], "log2"))).rejects.toThrow(/holds log2, and a sum of these means nothing/);
  await expect(on(small(["x|y"], [1], "cpm"))).rejects.toThrow(/cpm/);
  await expect(on(small(["x|y", "x|y"], [1, 2]), { least: 10 })).rejects.toThrow(
    /no group has 10 cells or more; the largest has 2/,
  );
  await expect(on(small([null, null], [1, 2]))).rejects.toThrow(/none has a value in all of a/);
  await expect(on(small(["x|y"], [1]), { by: ["donor"] })).rejects.toThrow(/no column donor/);
  const mean = await on(small(["x|y", "x|z"], [1, 4], "ln"), { how: "mean" });
  expect(mean.assay).toMatchObject({ scale: "ln", sampleCount: 1 });
  expect(mean.kept.freezes).toBe("whole");
});

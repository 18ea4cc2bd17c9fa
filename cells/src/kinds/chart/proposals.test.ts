// Which families are offered for a table or a matrix, and why the others are not.

import { describe, expect, test } from "vitest";
import "../../all-words.ts";
import { valueAt } from "../../artifacts/assay.ts";
import { summaryOf } from "../../artifacts/artifact-summary.ts";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { assayOfWindows, proposalsFor, tableOfWindow } from "./proposals.ts";
import { chart, type ChartSpec } from "./spec.ts";

async function proposed(table: Table | Assay, fields: JsonObject = {}) {
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, ...fields }) as ChartSpec;
  const fits = new Map<string, JsonObject>();
  const why = new Map<string, string>();
  for await (const one of proposalsFor(spec, table, summaryOf(table))) {
    if ("marks" in one) expect(one.marks.length, one.family).toBeGreaterThan(0);
    if ("marks" in one) fits.set(one.family, one.fields);
    else why.set(one.family, failureSentence(one.why, "en"));
  }
  return { fits, why };
}
const groups = Array.from({ length: 40 }, (_, at) => (at % 2 ? "a" : "b"));
const numbers = Array.from({ length: 40 }, (_, at) => (at * 7) % 11);
const both = tableOf(
  textColumn("sex", groups, { semantic: "sex" }),
  numberColumn("age", numbers),
  numberColumn(
    "weight",
    numbers.map((value, at) => value + at),
  ),
);

test("a group and numbers: boxes of the number by the group, points of two numbers, bars of the group", async () => {
  const { fits } = await proposed(both);
  expect(fits.get("box")).toMatchObject({ x: "sex", y: "age" });
  expect(fits.get("point")).toMatchObject({ x: "age", y: "weight", color: "sex" });
  for (const family of ["bar", "histogram", "violin", "density"]) expect([...fits.keys()]).toContain(family);
});
test("what does not fit says why, in the sentence of its own refusal", async () => {
  const { why } = await proposed(both);
  expect(why.get("manhattan")).toMatch(/\.$/);
  for (const sentence of why.values()) expect(sentence).not.toContain("chart.");
});
test("what stands on the axes already is drawn where a family can use it", async () => {
  const { fits } = await proposed(both, { chart: { type: "point" }, x: "weight", y: "age" });
  expect(fits.get("line")).toMatchObject({ x: "weight", y: "age" });
});
test("a table of names alone has no points", async () => {
  const { fits } = await proposed(
    tableOf(
      textColumn(
        "gene",
        groups.map((name, at) => name + at),
        { semantic: "gene" },
      ),
    ),
  );
  expect([...fits.keys()]).not.toContain("point");
});
test("each proposal is a spec of its own", async () => {
  for (const fields of (await proposed(both)).fits.values())
    expect(chart.schema.safeParse({ from: { ref: "cell_a" }, ...fields }).success).toBe(true);
});
test("a window is a table: missing and infinite numbers as such", () => {
  const { columns } = tableOfWindow({
    columns: [
      { name: "n", type: "float64" },
      { name: "t", type: "text", semantic: "gene" },
      { name: "b", type: "boolean" },
    ],
    rows: [
      [1, "x", true],
      [null, null, null],
      ["Infinity", "y", false],
    ],
  });
  expect(columns.map(({ type, valid }) => [type, valid ? [...valid] : null])).toEqual([
    ["float64", [1, 0, 1]],
    ["text", [1, 0, 1]],
    ["boolean", [1, 0, 1]],
  ]);
});

describe("of a matrix", () => {
  const samples = {
    columns: [
      { name: "sample", type: "text", semantic: "identifier" },
      { name: "sex", type: "text", semantic: "sex" },
    ],
    offset: 0,
    total: 8,
  };
  const values = {
    columns: [
      { name: "gene", type: "text", semantic: "gene" },
      ...Array.from({ length: 8 }, (_, at) => ({ name: `s${at}`, type: "float64" })),
    ],
    offset: 0,
    total: 40_000,
  };
  const detail = { scale: "log2-cpm", featureNoun: "gene" };
  const seen = assayOfWindows(
    {
      ...values,
      rows: Array.from({ length: 30 }, (_, gene) => [
        `Gene${gene}`,
        ...Array.from({ length: 8 }, (_, at) => (gene * 3 + at * 5) % 7),
      ]),
    },
    { ...samples, rows: Array.from({ length: 8 }, (_, at) => [`s${at}`, at % 2 ? "F" : "M"]) },
    { type: "assay", shape: [40_000, 8], detail },
  );

  test("what is seen of it is a matrix of its own", () => {
    expect([seen.featureCount, seen.sampleCount, seen.scale, seen.featureNoun]).toEqual([30, 8, "log2-cpm", "gene"]);
    expect(valueAt(seen, 2, 3)).toBe((2 * 3 + 3 * 5) % 7);
  });

  test("families of samples and of features are drawn; one that needs a gene keeps the chosen one, or begins with the first", async () => {
    const { fits } = await proposed(seen);
    expect([...fits.keys()]).toEqual(expect.arrayContaining(["box", "violin", "beeswarm", "heatmap", "correlation", "pairs"]));
    expect(fits.get("box")).toMatchObject({ y: "Gene0", x: "sex" });
    const { fits: ofXist } = await proposed(seen, { chart: { type: "box" }, x: "sex", y: "Xist" });
    expect(ofXist.get("box")).toMatchObject({ y: "Xist" });
    expect(ofXist.get("violin")).toMatchObject({ y: "Xist" });
  });
});

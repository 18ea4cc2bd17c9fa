// A table as a matrix, either way, back again, and what cannot be one.

import { describe, expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "../../artifacts/assay.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import { scopeAlone } from "../../chains/chain-alone.ts";
import { runStep } from "../../chains/run-step.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { stepSchema } from "../../steps.ts";

async function made(table: Table, options: JsonObject = {}) {
  const said: Sentence[] = [];
  try {
    const scope = scopeAlone(new AbortController().signal, said);
    const matrix = (await runStep(stepSchema.parse({ verb: "to-matrix", ...options }), table, scope)) as Assay;
    return { matrix, said: said.map((one) => sentenceIn(one, "en")), scope };
  } catch (error) {
    throw error instanceof FailureError ? new Error(failureSentence(error.failure, "en")) : error;
  }
}
const genes = tableOf(
  textColumn("symbol", ["TP53", "XIST"], { semantic: "gene" }),
  textColumn("chromosome", ["17", "X"]),
  numberColumn("s1", [1, null]),
  integerColumn("s2", [3, 4]),
);

test("a row is a gene where its names are names of genes, and what is guessed is said", async () => {
  const { matrix, said } = await made(genes);
  expect([featureIds(matrix), sampleIds(matrix)]).toEqual([
    ["TP53", "XIST"],
    ["s1", "s2"],
  ]);
  expect([...denseData(matrix)]).toEqual([1, 3, Number.NaN, 4]);
  expect(matrix).toMatchObject({ scale: "counts", featureNoun: "gene" });
  expect(matrix.features.columns.map(({ name }) => name)).toEqual(["symbol", "chromosome"]);
  expect(said).toEqual([
    "Step 1: rows are named by symbol.",
    "Step 1: rows are taken for features, columns of numbers for samples (2): symbol says so.",
    "Step 1: the numbers are taken for counts, since all are whole and none is below 0.",
  ]);
});
test("a row is a sample, and what is no value describes it", async () => {
  const people = tableOf(
    textColumn("id", ["p1", "p2", "p3"], { semantic: "patient" }),
    numberColumn("age", [40, 50, 60]),
    numberColumn("CRP", [0.1, 2.5, 3]),
    numberColumn("IL6", [-1, 2, 3]),
  );
  const { matrix, said } = await made(people, { ids: "id", values: ["CRP", "IL6"], rows: "samples", scale: "log2" });
  expect(said).toEqual([]);
  expect(matrix.samples.columns.map(({ name }) => name)).toEqual(["id", "age"]);
  expect([...denseData(matrix)]).toEqual([...Float32Array.of(0.1, 2.5, 3, -1, 2, 3)]);
  // And back.
  const table = await runStep(stepSchema.parse({ verb: "to-table" }), matrix, scopeAlone(new AbortController().signal));
  expect(table).toMatchObject({
    columns: [{ name: "id" }, { name: "age" }, { name: "CRP", values: Float64Array.of(0.1, 2.5, 3) }, { name: "IL6" }],
  });
});
test("digits that are lost are counted, and where nothing tells what a row is the shape does", async () => {
  const { said, matrix } = await made(
    tableOf(
      textColumn("name", ["a", "b"], { semantic: "identifier" }),
      numberColumn("x", [16_777_217, 0.1]),
      numberColumn("y", [-1, 2]),
      numberColumn("z", [1, 2]),
    ),
  );
  expect(matrix).toMatchObject({ featureCount: 3, sampleCount: 2, scale: "unknown" });
  expect(said.join(" ")).toMatch(/1 value loses digits.*not known what the numbers are/);
  expect(said.join(" ")).toMatch(/rows are taken for samples.*more of the features/);
});
describe("is refused", () => {
  test.each<[string, Table, JsonObject, RegExp]>([
    ["no names", tableOf(numberColumn("x", [1])), {}, /no column names the rows/],
    [
      "a name that stands twice",
      tableOf(textColumn("g", ["a", "a", "b"]), numberColumn("x", [1, 2, 3])),
      { ids: "g" },
      /several rows alike: a/,
    ],
    [
      "a name that is missing",
      tableOf(textColumn("g", ["a", null, " "]), numberColumn("x", [1, 2, 3])),
      { ids: "g" },
      /no row in 2 rows/,
    ],
    ["no numbers", tableOf(textColumn("g", ["a"])), { ids: "g" }, /no column of numbers/],
    ["words among values", tableOf(textColumn("g", ["a"]), textColumn("x", ["b"])), { ids: "g", values: ["x"] }, /x/],
    ["names as values", tableOf(integerColumn("g", [1])), { ids: "g", values: ["g"] }, /Take it out of the values/],
    ["1e308", tableOf(textColumn("g", ["a"]), numberColumn("x", [1e308])), { ids: "g" }, /1e\+308.*32 bits/],
    ["a column that is not there", genes, { ids: "symbl" }, /Near: symbol/],
  ])("%s", async (_what, table, options, says) => {
    await expect(made(table, options)).rejects.toThrow(says);
  });
});
test("an infinity stays one, and no rows are no rows", async () => {
  const { matrix } = await made(tableOf(textColumn("g", ["a"]), numberColumn("x", [Number.POSITIVE_INFINITY])), { ids: "g" });
  expect([...denseData(matrix)]).toEqual([Number.POSITIVE_INFINITY]);
  expect((await made(tableOf(textColumn("g", []), numberColumn("x", [])), { ids: "g" })).matrix.sampleCount).toBe(0);
});
test("a column of a sample that was never measured is told, and is none of the matrix", async () => {
  const table = tableOf(textColumn("g", ["a", "b"]), numberColumn("x", [1, 2]), textColumn("y", [null, null]));
  const { matrix, said } = await made(table, { ids: "g", rows: "features", scale: "counts" });
  expect([sampleIds(matrix), said]).toEqual([["x"], [expect.stringContaining("1 column without any value (y) is no part")]]);
});

// A model learns of the training alone where a column says the parts; what was kept aside is counted, and a projection of all rows
// says that they are among them.

import { describe, expect, test } from "vitest";
import type { Artifact, Assay } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { execute as reduceAll } from "../reduce/execute.ts";
import { reduce } from "../reduce/spec.ts";
import { execute } from "./execute.ts";
import { train } from "./spec.ts";

const from = { ref: "cell_data" as CellId };
const rows = 24;
const grade = Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? "low" : "high"));
const x = Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? row : 100 + row));
/** The last rows say the opposite of the others: whoever learned of them is worse. */
const part = Array.from({ length: rows }, (_, row) => (row < 16 ? "train" : row < 20 ? "test" : "unused"));
const parted = tableOf(
  textColumn("part", part, { semantic: "split" }),
  textColumn("grade", grade),
  numberColumn(
    "x",
    x.map((value, row) => (row < 16 ? value : 200 - value)),
  ),
);

async function body<Spec extends JsonObject>(work: Execute<Spec>, spec: Spec, data: Artifact) {
  const context: Partial<ExecuteContext> = {
    input: () => data,
    valueOf: (field) => field as Json,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  const result = await work(spec, context as ExecuteContext);
  if (!result.ok) return { failed: failureSentence(result.error, "en"), said: [], body: {} as JsonObject };
  const report = result.value["report"];
  const found = report?.type === "report" ? report.body : {};
  return { failed: "", said: sentencesIn(found["doubts"]).map((doubt) => sentenceIn(doubt, "en")), body: found };
}
const model = train.schema.parse({
  from,
  target: "grade",
  algorithm: { type: "logistic", c: 1, standardise: true },
  validation: { type: "k-fold", folds: 4 },
});

describe("train", () => {
  test("learns of the rows of the training, and counts those that it did not", async () => {
    const { body: report, said } = await body(execute, model, parted);
    expect(report["rows"]).toBe(16);
    expect(report["pooled"]).toMatchObject({ accuracy: 1 });
    expect(said).toContainEqual("8 of 24 rows are no training by part: nothing was learned of them.");
    // It is no column that was passed over.
    expect(said.join(" ")).not.toMatch(/Not taken/);
  });

  test("of a matrix by a column of its samples", async () => {
    const matrix: Assay = assayOf({
      values: { layout: "dense", data: Float32Array.from(x) },
      features: tableOf(textColumn("gene", ["a"])),
      samples: tableOf(
        textColumn(
          "sample",
          part.map((_, row) => `s${row}`),
        ),
        textColumn("grade", grade),
        textColumn("part", part, { semantic: "split" }),
      ),
      scale: "log2",
      featureNoun: "gene",
    });
    expect((await body(execute, model, matrix)).body["rows"]).toBe(16);
  });

  test("without a row of the training it is refused", async () => {
    const none = tableOf(
      textColumn(
        "part",
        part.map(() => "test"),
        { semantic: "split" },
      ),
      ...parted.columns.slice(1),
    );
    expect((await body(execute, model, none)).failed).toMatch(/No row of part says “train”/);
  });
});

test("components of all rows say that those kept aside are among them", async () => {
  const two = tableOf(...parted.columns, numberColumn("y", x));
  const { said } = await body(reduceAll, reduce.schema.parse({ from, components: 1 }), two);
  expect(said).toContainEqual(expect.stringContaining("8 of 24 rows are no training by part"));
});

// Steps within the folds of a validation, against scikit-learn 1.2.1: Pipeline(impute, scale, LogisticRegression(C=1)) in
// cross_val_predict with the same folds (testing/reference/train/make.py), and what is refused.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Artifact, Model, Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf, integerColumn, numberColumn, tableOf, takeRows, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { malignant, referenceTable } from "../../testing/reference-tables.ts";
import { execute as executeTransform } from "../transform/execute.ts";
import { transform } from "../transform/spec.ts";
import { execute } from "./execute.ts";
import { train } from "./spec.ts";

const told: { readonly [name: string]: { readonly folds: readonly number[]; readonly all: readonly number[] } } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../testing/reference/train/pipelines.json"), "utf8"),
);

const contextOf = (inputs: { readonly [cell: string]: Artifact }): ExecuteContext =>
  ({
    signal: new AbortController().signal,
    progress: () => {},
    log: () => {},
    input: ({ ref, port }: { ref: string; port?: string }) => inputs[port ? `${ref}.${port}` : ref] as Artifact,
    valueOf: (field: unknown) => field,
    engines: { sql: null, onnx: null },
  }) as Partial<ExecuteContext> as ExecuteContext;
const data = { ref: "cell_data" as CellId };
const fittedPort = { ref: "cell_clean" as CellId, port: "fitted" };

async function chainOf(table: Artifact, steps: readonly JsonObject[]): Promise<Artifact> {
  const spec = transform.schema.parse({ from: data, steps: steps.map((step, at) => ({ id: `s${at}`, ...step })) });
  const made = await executeTransform(spec, contextOf({ cell_data: table }));
  if (!made.ok) throw new Error(failureSentence(made.error, "en"));
  return made.value["fitted"] as Artifact;
}
async function trainedOn(table: Artifact, steps: readonly JsonObject[], more: JsonObject = {}, other?: Artifact) {
  const fitted = await chainOf(other ?? table, steps);
  const spec = train.schema.parse({
    from: data,
    prepare: fittedPort,
    target: "diagnosis",
    algorithm: { type: "logistic", standardise: false },
    validation: { type: "leave-one-out", column: "fold" },
    ...more,
  });
  const made = await execute(spec, contextOf({ cell_data: table, cell_clean: table, "cell_clean.fitted": fitted }));
  if (!made.ok)
    return { failed: failureSentence(made.error, "en"), model: null, predictions: null, body: {} as JsonObject, said: [] };
  const { out, report, predictions } = made.value;
  const body: JsonObject = report?.type === "report" ? report.body : {};
  const said = sentencesIn(body["doubts"]).map((doubt) => sentenceIn(doubt, "en"));
  return { failed: "", model: out as Model, predictions: predictions as Table, body, said };
}
const values = (table: Table | null, name: string) => {
  const column = table && columnOf(table, name);
  return column ? Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row)) : [];
};

const six = ["a", "b", "c", "d", "e", "f"];
/** Without a column of parts: folds do what it does. */
const wdbc = (() => {
  const { columns, rowCount } = referenceTable("wdbc");
  return tableOf(
    ...columns.filter(({ name }) => six.includes(name)),
    textColumn(
      "diagnosis",
      malignant.map((is) => (is ? "malignant" : "benign")),
    ),
    textColumn(
      "fold",
      Array.from({ length: rowCount }, (_, row) => `f${(row * 13) % 5}`),
    ),
  );
})();

describe("a chain within folds (T-3)", () => {
  test.each([
    ["mean-standard", "mean", "standard"],
    ["median-minmax", "median", "min-max"],
  ])("%s: probabilities of each row are those of scikit-learn's pipeline", async (name, fill, by) => {
    const { predictions, model } = await trainedOn(wdbc, [
      { verb: "fill-missing", columns: six, fill: { by: fill } },
      { verb: "scale", columns: six, by },
    ]);
    const found = values(predictions, "p_malignant");
    const wanted = told[name]?.folds ?? [];
    expect(found).toHaveLength(569);
    const far = Math.max(...found.map((p, row) => Math.abs(Number(p) - (wanted[row] ?? Number.NaN))));
    expect(far).toBeLessThan(2e-6);
    expect(model?.card.prepare).toMatchObject({ steps: [{ fitted: { rows: 569, of: 569 } }, { verb: "scale" }] });
  });
  test("a step that was fitted on other rows before leaves nothing of that", async () => {
    const steps = [{ verb: "fill-missing", columns: six, fill: { by: "mean" } }];
    const first = await trainedOn(wdbc, steps);
    const shifted = takeRows(wdbc, [...Array(20).keys()]);
    const second = await trainedOn(wdbc, steps, {}, shifted);
    expect(values(second.predictions, "p_malignant")).toEqual(values(first.predictions, "p_malignant"));
  });
});

const rows = Array.from({ length: 40 }, (_, row) => row);
const small = tableOf(
  numberColumn(
    "x",
    rows.map((row) => (row === 3 ? null : row % 7)),
  ),
  textColumn(
    "colour",
    rows.map((row) => ["red", "blue", row < 5 ? "green" : "red"][row % 3] ?? ""),
  ),
  textColumn(
    "diagnosis",
    rows.map((row) => (row % 2 === 0 ? "yes" : "no")),
  ),
  textColumn(
    "fold",
    rows.map((row) => `f${row % 4}`),
  ),
  integerColumn("n", rows),
);
describe("is refused, with what to do", () => {
  test.each<[string, readonly JsonObject[], RegExp]>([
    ["a step of the whole", [{ verb: "rank", column: "x", name: "r" }], /Step 1 of the steps, Rank.*depends on all others/],
    ["a split", [{ verb: "split" }], /Split.*within folds the folds do/],
    ["rows that are left out", [{ verb: "drop-missing", drop: "rows" }], /leaves rows out or moves them/],
    ["rows that are moved", [{ verb: "sort", by: [{ column: "n" }] }], /leaves rows out or moves them/],
    ["a change of what is predicted", [{ verb: "encode", columns: ["diagnosis"] }], /change diagnosis/],
    ["a target that is taken away", [{ verb: "select", columns: ["x"] }], /change diagnosis/],
    ["a category that a fold has not", [{ verb: "encode", columns: ["colour"] }], /Preparing: .*green/],
  ])("%s", async (_what, steps, says) => {
    expect((await trainedOn(small, steps)).failed).toMatch(says);
  });
  test("the answer of the same cell, which is prepared already", async () => {
    const steps = [{ verb: "scale", columns: ["x"] }];
    const found = await trainedOn(small, steps, { from: { ref: "cell_clean" } });
    expect(found.failed).toMatch(/would be done twice/);
  });
});
test("rows that stay without a value are counted, and are in no number", async () => {
  const found = await trainedOn(small, [{ verb: "scale", columns: ["n"] }]);
  expect(found.body["dropped"]).toBe(1);
  expect(found.body["rows"]).toBe(39);
  expect(values(found.predictions, "p_yes")[3]).toBeNull();
});
test("permuted labels go through the steps, too", async () => {
  const found = await trainedOn(small, [{ verb: "scale", columns: ["n", "x"] }], { permutations: 5 });
  expect(found.body["permutation"]).toMatchObject({ permutations: 5 });
});

test("classes that count alike: scikit-learn's class_weight, and probabilities given back (T-4)", async () => {
  const steps = [
    { verb: "fill-missing", columns: six, fill: { by: "mean" } },
    { verb: "scale", columns: six, by: "standard" },
  ];
  const { predictions, said } = await trainedOn(wdbc, steps, { weights: "balanced" });
  const wanted = told["weighted"]?.folds ?? [];
  const far = values(predictions, "p_malignant").map((p, row) => Math.abs(Number(p) - (wanted[row] ?? Number.NaN)));
  expect(Math.max(...far)).toBeLessThan(2e-6);
  expect(said.join(" ")).toMatch(/given back for the shares/);
});
describe("balanced classes (T-4)", () => {
  const rare = tableOf(
    numberColumn(
      "x",
      Array.from({ length: 300 }, (_, row) => ((row * 37) % 101) / 50 + (row % 10 === 0 ? 1 : 0)),
    ),
    textColumn(
      "diagnosis",
      Array.from({ length: 300 }, (_, row) => (row % 10 === 0 ? "ill" : "well")),
    ),
    textColumn(
      "fold",
      Array.from({ length: 300 }, (_, row) => `f${row % 4}`),
    ),
  );
  const steps = (by: string): readonly JsonObject[] => [
    { verb: "scale", columns: ["x"] },
    { verb: "balance", column: "diagnosis", how: { by } },
  ];
  test.each(["oversample", "smote", "undersample"])(
    "%s in folds: rows that are tried stay, and shares are given back",
    async (by) => {
      const { predictions, body, said, model } = await trainedOn(rare, steps(by));
      const p = values(predictions, "p_ill").map(Number);
      expect(p).toHaveLength(300);
      expect(body["nPerClass"]).toEqual([30, 270]);
      // 30 of 300 are ill; balanced and not given back, the mean would be near a half.
      expect(p.reduce((sum, one) => sum + one, 0) / 300).toBeGreaterThan(0.07);
      expect(p.reduce((sum, one) => sum + one, 0) / 300).toBeLessThan(0.13);
      expect(said.join(" ")).toMatch(/given back for the shares/);
      expect(model?.card.trainedOn.rows).toBe(300);
      expect(model?.card.features.map(({ name }) => name)).toEqual(["x"]);
    },
  );
  test("data with made rows are refused, with what to do", async () => {
    const spec = transform.schema.parse({ from: data, steps: steps("smote").map((step, at) => ({ id: `s${at}`, ...step })) });
    const made = await executeTransform(spec, contextOf({ cell_data: rare }));
    if (!made.ok) throw new Error(made.error.reason);
    const found = await trainedOn(made.value["out"] as Artifact, [], { prepare: null });
    expect(found.failed).toMatch(/made says which.*balanced within each fold/);
  });
});
test("categories as means of the target tell nothing of rows that are tried, though each has a name of its own", async () => {
  const random = Array.from({ length: 200 }, (_, row) => (Math.imul(row + 1, 2654435761) >>> 9) % 2);
  const noise = tableOf(
    textColumn(
      "name",
      random.map((_, row) => `n${row % 150}`),
    ),
    textColumn(
      "diagnosis",
      random.map((is) => (is === 1 ? "yes" : "no")),
    ),
    textColumn(
      "fold",
      random.map((_, row) => `f${row % 5}`),
    ),
  );
  const steps = [{ verb: "encode", columns: ["name"], as: { by: "target", target: "diagnosis" } }];
  const { failed, body } = await trainedOn(noise, steps);
  expect(failed).toBe("");
  // Fitted once before the folds, the same means tell nearly every row.
  expect(body["pooled"]).toMatchObject({ n: 200 });
  expect(Number((body["pooled"] as JsonObject)["accuracy"])).toBeLessThan(0.65);
});

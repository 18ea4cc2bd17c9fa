// Steps within the folds of a validation, against scikit-learn 1.2.1: Pipeline(impute, scale, LogisticRegression(C=1)) in
// cross_val_predict with the same folds (testing/reference/train/make.py), and what is refused.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Artifact, Model, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
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

async function chainOf(table: Artifact, steps: readonly JsonObject[], recipe?: Artifact): Promise<Artifact> {
  const spec = transform.schema.parse({ from: data, steps: steps.map((step, at) => ({ id: `s${at}`, ...step })) });
  const made = await executeTransform(spec, contextOf({ cell_data: table, ...(recipe ? { "cell_recipe.fitted": recipe } : {}) }));
  if (!made.ok) throw new Error(failureSentence(made.error, "en"));
  return made.value["fitted"] as Artifact;
}
async function trainedOn(
  table: Artifact,
  steps: readonly JsonObject[],
  more: JsonObject = {},
  other?: Artifact,
  recipe?: Artifact,
) {
  const fitted = await chainOf(other ?? table, steps, recipe);
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

const dropped: {
  readonly hand: readonly (number | null)[];
  readonly sampled: readonly number[];
  readonly thinned: number;
} = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../testing/reference/train/rows-dropped.json"), "utf8"));

/** How far the furthest probability is; a row that one of them has not, and the other has, is infinitely far. */
const furthest = (found: readonly unknown[], wanted: readonly (number | null)[]): number =>
  Math.max(
    ...found.map((p, row) => {
      const told = wanted[row] ?? null;
      return p === null || told === null ? (p === told ? 0 : Number.POSITIVE_INFINITY) : Math.abs(Number(p) - told);
    }),
  );

describe("rows that steps leave out within folds (T-3)", () => {
  const five = six.slice(1);
  test("by what they are: they are not answered, counted and in no number, as in a loop by hand with scikit-learn", async () => {
    const { predictions, body, said } = await trainedOn(wdbc, [
      { verb: "fill-missing", columns: five, fill: { by: "mean" } },
      { verb: "scale", columns: six, by: "standard" },
      { verb: "drop-missing", columns: ["a"] },
    ]);
    const n = dropped.hand.filter((p) => p === null).length;
    expect(n).toBe(52);
    expect(furthest(values(predictions, "p_malignant"), dropped.hand)).toBeLessThan(2e-6);
    expect(body["pooled"]).toMatchObject({ n: 569 - n });
    expect(said.join(" ")).toMatch(/52 of 569 rows are left out by the steps: they get no prediction/);
  });
  test("so that more is learned of the others: all rows are tried, as with a sampler of imbalanced-learn", async () => {
    const { predictions, body, said } = await trainedOn(wdbc, [
      { verb: "fill-missing", columns: six, fill: { by: "mean" } },
      { verb: "scale", columns: six, by: "standard" },
      { verb: "outliers", columns: ["b"], rule: { by: "iqr", beyond: 1.5 }, action: "drop" },
    ]);
    expect(furthest(values(predictions, "p_malignant"), dropped.sampled)).toBeLessThan(2e-6);
    expect(body["pooled"]).toMatchObject({ n: 569 });
    expect(said.join(" ")).toContain(`Outliers leaves ${dropped.thinned} of 569 rows out of what is learned from`);
  });
  test.each<[string, JsonObject]>([
    ["repeated rows", { verb: "distinct", columns: ["x", "diagnosis"] }],
    ["rows drawn by chance", { verb: "sample", size: { fraction: 0.5 } }],
    ["rows of a rule that looks at all", { verb: "outliers", columns: ["n"], rule: { by: "esd", most: 3 }, action: "drop" }],
  ])("%s are left out of the training alone", async (_what, step) => {
    const { failed, predictions } = await trainedOn(small, [step, { verb: "scale", columns: ["n"] }]);
    expect(failed).toBe("");
    expect(values(predictions, "p_yes").filter((p) => p === null)).toHaveLength(1);
  });
  test("rows that are moved are found again", async () => {
    const scale = { verb: "scale", columns: ["n"] };
    const moved = await trainedOn(small, [{ verb: "sort", by: [{ column: "x", descending: true }] }, scale]);
    const there = await trainedOn(small, [scale]);
    const [found, wanted] = [moved, there].map(({ predictions }) => values(predictions, "p_yes").map(Number));
    expect(furthest(found ?? [], wanted ?? [])).toBeLessThan(1e-6);
  });
  test("by chance folds, and permuted labels", async () => {
    const { failed, body } = await trainedOn(small, [{ verb: "filter", where: "n > 3" }], {
      validation: { type: "k-fold", folds: 4 },
      permutations: 3,
    });
    expect(failed).toBe("");
    expect(body["rows"]).toBe(36);
  });
});

describe("a recipe within folds (T-3)", () => {
  const steps = [
    { verb: "fill-missing", columns: six, fill: { by: "mean" } },
    { verb: "scale", columns: six, by: "standard" },
  ];
  const use = (more: JsonObject = {}) => [{ verb: "recipe", from: { ref: "cell_recipe" as CellId, port: "fitted" }, ...more }];
  test("that was fitted on rows that are tried is fitted anew: nothing of them is in what is learned", async () => {
    const { predictions, said, model } = await trainedOn(wdbc, use(), {}, undefined, await chainOf(wdbc, steps));
    expect(furthest(values(predictions, "p_malignant"), told["mean-standard"]?.folds ?? [])).toBeLessThan(2e-6);
    expect(said.join(" ")).toMatch(/within folds these are fitted anew/);
    // The model holds its steps as they were fitted on all rows.
    expect(model?.card.prepare).toMatchObject({ steps: [{ verb: "fill-missing", fitted: { rows: 569 } }, { verb: "scale" }] });
  });
  test("is done as it was fitted where somebody says that it saw none of these rows, and what that means is said", async () => {
    const half = (is: number) =>
      takeRows(
        wdbc,
        [...Array(569).keys()].filter((row) => row % 2 === is),
      );
    const elsewhere = await chainOf(half(1), steps);
    const { failed, said, model } = await trainedOn(half(0), use({ inFolds: "as-fitted" }), {}, undefined, elsewhere);
    expect(failed).toBe("");
    expect(said.join(" ")).toMatch(/as it was fitted elsewhere\. Where rows that are tried here were among those/);
    expect(model?.card.prepare).toMatchObject({ steps: [{ verb: "fill-missing", fitted: { rows: 284 } }, { verb: "scale" }] });
  });
  test("with a step that has no place in folds is refused as that step is", async () => {
    const recipe = await chainOf(small, [{ verb: "split" }]);
    expect((await trainedOn(small, use(), {}, undefined, recipe)).failed).toMatch(/Split.*within folds the folds do/);
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
    ["a step of the whole", [{ verb: "rank", column: "x", name: "r" }], /Step 1 of the steps, Rank.*depends on which others/],
    ["a split", [{ verb: "split" }], /Split.*within folds the folds do/],
    ["rows that are left out by what is predicted", [{ verb: "drop-missing", drop: "rows" }], /leave rows out by diagnosis/],
    ["the same by a condition", [{ verb: "filter", where: 'diagnosis == "yes" or x > 2' }], /leave rows out by diagnosis/],
    ["rows that are made others", [{ verb: "fold", columns: ["x", "n"] }], /make other rows of those/],
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

describe("of a matrix", () => {
  const count = 24;
  const samples = Array.from({ length: count }, (_, at) => at);
  const value = (gene: number, at: number): number =>
    gene < 2 ? (at % 2) * (3 + gene) + ((at * 7) % 5) / 10 : ((at * (gene + 3) * 11) % 13) / 13;
  const matrix = assayOf({
    values: {
      layout: "dense",
      data: Float32Array.from({ length: 6 * count }, (_, at) => value(Math.floor(at / count), at % count)),
    },
    features: tableOf(textColumn("gene", ["g0", "g1", "g2", "g3", "g4", "g5"], { semantic: "gene" })),
    samples: tableOf(
      textColumn(
        "sample",
        samples.map((at) => `s${at}`),
        { semantic: "sample" },
      ),
      textColumn(
        "diagnosis",
        samples.map((at) => (at % 2 === 0 ? "a" : "b")),
      ),
      textColumn(
        "fold",
        samples.map((at) => `f${at % 3}`),
      ),
      textColumn(
        "part",
        samples.map((at) => (at < 20 ? "train" : "test")),
        { semantic: "split" },
      ),
    ),
    scale: "log2",
    featureNoun: "gene",
  });
  const steps = [{ verb: "top-variable", count: 2 }, { verb: "z-score" }];
  test("features are chosen and scaled in each fold, of the training alone", async () => {
    const { failed, body, model, predictions } = await trainedOn(matrix, steps);
    expect(failed).toBe("");
    expect(body["rows"]).toBe(20);
    expect(body["pooled"]).toMatchObject({ accuracy: 1 });
    expect(model?.card.features.map(({ name }) => name)).toEqual(["g0", "g1"]);
    expect(model?.card.prepare).toMatchObject({ takes: { type: "assay" }, steps: [{ fitted: { rows: 20, of: 20 } }, {}] });
    expect(predictions?.rowCount).toBe(20);
  });
  test("a matrix that becomes a table of samples, balanced, is learned from", async () => {
    const { failed, body } = await trainedOn(matrix, [
      { verb: "select-features", features: ["g0", "g3"] },
      { verb: "balance", column: "diagnosis", how: { by: "smote", neighbours: 2 } },
      { verb: "to-table", shape: "samples" },
    ]);
    expect(failed).toBe("");
    expect(body["features"]).toBe(2);
  });
  test("steps of a table are refused", async () => {
    const found = await trainedOn(matrix, [{ verb: "scale", columns: ["n"] }], {}, small);
    expect(found.failed).toMatch(/work on a table, and the data are a matrix/);
  });
});
describe("nasty data", () => {
  const plain = [{ verb: "scale", columns: ["x"] }];
  const of = (x: readonly (number | null)[], fold?: readonly string[]) =>
    tableOf(
      numberColumn("x", x),
      textColumn(
        "diagnosis",
        x.map((_, row) => (row % 2 === 0 ? "a" : "b")),
      ),
      textColumn("fold", fold ?? x.map((_, row) => `f${row % 2 === row % 4 ? 0 : 1}`)),
    );
  test.each<[string, readonly (number | null)[]]>([
    ["all missing", [null, null, null, null]],
    ["constant", [1, 1, 1, 1]],
    ["1e308", [1e308, -1e308, 1e308, 2]],
    ["an infinity", [Number.POSITIVE_INFINITY, 1, 2, 3]],
    ["no rows", []],
    ["one row", [1]],
  ])("%s is answered or refused in words", async (_what, x) => {
    const made = of(x);
    const found = await trainedOn(made, plain, {}, of([1, 2, 3, 4])).catch((error: unknown) => ({ failed: String(error) }));
    expect(found.failed).not.toMatch(/undefined|TypeError|Cannot read/);
  });
  test("a fold that is missing everywhere gets no predictions, and that is counted", async () => {
    const found = await trainedOn(of([1, 2, 3, null, 5, 6, 7, null]), plain);
    expect(found.failed).toBe("");
    expect(found.body["dropped"]).toBe(2);
  });
});

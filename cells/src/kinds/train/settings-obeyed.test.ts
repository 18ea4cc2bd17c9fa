// Settings of train and predict are obeyed or refused; rows of the training are known again.

import { expect, test } from "vitest";
import type { Artifact, Assay, Model, Report, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, takeColumnRows, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import { ok } from "../../base/result.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { execute as executePredict } from "../predict/execute.ts";
import { execute } from "./execute.ts";
import { train, type TrainSpec } from "./spec.ts";

const rows = 12;
const of = <T>(value: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => value(row));
const data = (grade: (row: number) => string | null = (row) => (row % 2 === 0 ? "low" : "high")): Table =>
  tableOf(
    numberColumn(
      "age",
      of((row) => row + (row % 3) / 4),
    ),
    numberColumn(
      "dose",
      of((row) => (row * 7) % 5),
    ),
    numberColumn(
      "flag",
      of((row) => row % 2),
    ),
    textColumn("grade", of(grade)),
  );
const matrix: Assay = assayOf({
  values: { layout: "dense", data: Float32Array.from({ length: 2 * rows }, (_, at) => (at * 5) % 7) },
  features: tableOf(textColumn("gene", ["grade", "g2"])),
  samples: tableOf(
    textColumn(
      "sample",
      of((row) => `s${row}`),
    ),
    textColumn(
      "grade",
      of((row) => (row % 2 === 0 ? "low" : "high")),
    ),
  ),
  scale: "unknown",
  featureNoun: "gene",
});
const context = (input: Artifact, more: Partial<Pick<ExecuteContext, "input" | "engines">> = {}): ExecuteContext =>
  ({
    signal: new AbortController().signal,
    progress: () => {},
    log: () => {},
    input: () => input,
    engines: { sql: null, onnx: null },
    ...more,
  }) as unknown as ExecuteContext;
const ref = { ref: "cell_data" as CellId };
const trained = (more: Partial<TrainSpec>, input: Artifact = data()) =>
  execute(
    {
      ...(train.empty as unknown as TrainSpec),
      from: ref,
      target: "grade",
      algorithm: { type: "logistic", c: 1, standardise: true },
      validation: { type: "k-fold", folds: 3 },
      ...more,
    },
    context(input),
  );
const refusal = async (more: Partial<TrainSpec>, input?: Artifact) => {
  const found = await trained(more, input);
  return found.ok ? null : { said: failureSentence(found.error, "en"), at: found.error.at, fix: found.error.fix };
};

test("a column to leave out that is not there is refused, with what is near as the fix", async () => {
  expect(await refusal({ except: ["flag", "dosis"] })).toEqual({
    said: "There is no column dosis. Near: dose.",
    at: ["except", 1],
    fix: { path: ["except", 1], value: "dose" },
  });
});
test("what is predicted is no feature of a table; a gene of that name is one", async () => {
  expect(await refusal({ target: "flag", features: ["age", "flag"] })).toEqual({
    said: "flag is what is to be predicted, and stands among the features. Take it out of them.",
    at: ["features"],
    fix: { path: ["features"], value: ["age"] },
  });
  expect(await refusal({ features: ["grade", "g2"] }, matrix)).toBeNull();
});
test("a column among the features and among those to leave out is refused: neither is taken before the other", async () => {
  expect(await refusal({ features: ["age", "dose"], except: ["flag", "dose"] })).toEqual({
    said: "dose stands among the features and among those to leave out. Take it out of one of them.",
    at: ["except"],
    fix: { path: ["except"], value: ["flag"] },
  });
  expect(await refusal({ features: ["age", "dose"], except: ["flag"] })).toBeNull();
});
test("a number of most variable features is obeyed of a matrix, and said not to be elsewhere", async () => {
  const doubts = async (more: Partial<TrainSpec>, input?: Artifact) => {
    const found = await trained(more, input);
    const report = (found.ok ? found.value["report"] : null) as Report;
    return (report.body["doubts"] as readonly { readonly key: string }[]).map(({ key }) => key);
  };
  expect(await doubts({ topFeatures: 1 })).toContain("learn.doubt-top-unused");
  expect(await doubts({ topFeatures: 1, features: ["g2"] }, matrix)).toContain("learn.doubt-top-unused");
  expect(await doubts({ topFeatures: 1 }, matrix)).not.toContain("learn.doubt-top-unused");
  for (const topFeatures of [0, 500]) expect(await doubts({ topFeatures })).not.toContain("learn.doubt-top-unused");
});
// Ridge regression gives a column that stands twice other weights than one that stands once.
test("a feature that is named twice is refused", async () => {
  expect(await refusal({ features: ["age", "dose", "age"] })).toEqual({
    said: "age stands twice among the features. Name it once.",
    at: ["features"],
    fix: { path: ["features"], value: ["age", "dose"] },
  });
});
test("columns to leave out are of a table: of a matrix they are refused, and not passed over", async () => {
  expect((await refusal({ except: ["g2"] }, matrix))?.fix).toEqual({ path: ["except"], value: [] });
});

/** What a prediction says of its data, or its failure. The model's own answers do not matter here. */
const predicted = async (model: Model, input: Table, features: string[] | null = null): Promise<unknown> => {
  const onnx = {
    inspect: async () => ok({ inputs: [], outputs: [] }),
    run: async ({ rows: n }: { rows: number }) =>
      ok({ probabilities: { dims: [n, 2], data: new Float32Array(2 * n).fill(0.5) } }),
  };
  const found = await executePredict(
    { model: { ref: "cell_model" as CellId }, from: ref, answer: "both", features },
    context(input, {
      input: (at) => (at.ref === "cell_model" ? model : input),
      engines: { sql: null, onnx } as unknown as ExecuteContext["engines"],
    }),
  );
  return found.ok ? (found.value["report"] as Report).body["doubts"] : failureSentence(found.error, "en");
};
const modelOf = async (input: Table): Promise<Model> => {
  const found = await trained({ features: ["age", "dose"] }, input);
  return (found.ok ? found.value["out"] : null) as Model;
};

test("rows of the training are known again where others, whose class is not known, stand between them", async () => {
  const partly = data((row) => (row % 4 === 3 ? null : row % 2 === 0 ? "low" : "high"));
  const model = await modelOf(partly);
  expect(await predicted(model, partly)).toEqual([
    { key: "learn.doubt-trained-on-part", params: { n: 9, rows: 12 }, rows: [9, 3] },
  ]);
  expect(await predicted(model, data())).toEqual([]);
  expect(await predicted(model, partly, ["age"])).toBe(
    "The model of a cell knows its features by name, and takes no others. Leave the features empty.",
  );
});

test("values in another unit than those of the training, larger or smaller, are told by name; others of the same kind are not", async () => {
  const model = await modelOf(data());
  expect(model.card.features[1]).toEqual({ name: "dose", mean: 1.83333, sd: 1.40436 });
  const scaled = (by: number, plus = 0): Table => ({
    ...data(),
    columns: data().columns.map((column) =>
      column.type === "float64" && column.name === "age"
        ? { ...column, values: column.values.map((value) => value * by + plus) }
        : column,
    ),
  });
  const told = [{ key: "learn.doubt-other-scale", params: { n: 1, of: 2, names: ["age"], more: "" }, rows: [12] }];
  for (const by of [1000, 12, 1 / 1000]) expect(await predicted(model, scaled(by))).toEqual(told);
  expect(await predicted(model, scaled(1, -40))).toEqual(told);
  for (const by of [1.5, 0.7]) expect(await predicted(model, scaled(by, 0.1))).toEqual([]);
  // No value of the training is far by itself, and a feature of two values has no unit.
  const rare = (value: (row: number) => number): Table => ({
    ...data(),
    columns: [...data().columns.filter(({ name }) => name !== "dose"), numberColumn("dose", of(value))],
  });
  const ofRare = await modelOf(rare((row) => (row === 0 ? 40 : row % 3)));
  const only = (table: Table, ...rows: number[]): Table => ({
    ...table,
    rowCount: rows.length,
    columns: table.columns.map((column) => takeColumnRows(column, rows)),
  });
  expect(
    await predicted(
      ofRare,
      only(
        rare(() => 40),
        3,
      ),
    ),
  ).toEqual([]);
  const ofTwo = await modelOf(rare((row) => (row < 1 ? 1 : 0)));
  expect(ofTwo.card.features[1]).toEqual({ name: "dose" });
  expect(
    await predicted(
      ofTwo,
      rare(() => 1),
    ),
  ).toEqual([]);
  // All of one dose, which is among those of the training.
  expect(
    await predicted(
      model,
      rare(() => 0),
    ),
  ).toEqual([]);
  // A model of before has no moments.
  const { card } = model;
  const before: Model = { ...model, card: { ...card, features: card.features.map(({ name }) => ({ name })) } };
  expect(await predicted(before, scaled(1000))).toEqual([]);
});

// The train, reduce and predict kinds: what they answer on real data, and what they say to bad input.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Artifact, Assay, Column, Model, Report, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { tableOf, takeColumnRows } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import type { CellId, Digest } from "../../base/ids.ts";
import { ok, type Result } from "../../base/result.ts";
import { referenceFile } from "../../testing/reference-data.ts";
import { trainLearner } from "../../testing/train-learner.ts";
import { featureNamesOf } from "../../artifacts/types/model/onnx-features.ts";
import { numberOf, textOf } from "../../learn/output-columns.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import type { OnnxEngine } from "../../contract/engines.ts";
import type { ExecuteContext, Outputs } from "../../contract/execute.ts";
import { execute as executePredict } from "../predict/execute.ts";
import { execute as executeReduce } from "../reduce/execute.ts";
import { reduce } from "../reduce/spec.ts";
import { execute } from "./execute.ts";
import { train, type TrainSpec } from "./spec.ts";

const ref = { ref: "cell_data" as CellId };

const contextWith = (input: Artifact): ExecuteContext => ({
  signal: new AbortController().signal,
  progress: () => {},
  log: () => {},
  input: () => input,
  named: () => null,
  valueOf: (field) => field as never,
  file: () => {
    throw new Error("no file here");
  },
  fileOf: () => {
    throw new Error("no file here");
  },
  engines: { sql: null, onnx: null },
});
const spec = (more: Partial<TrainSpec>): TrainSpec => ({
  ...(train.empty as unknown as TrainSpec),
  from: ref,
  algorithm: { type: "logistic", c: 1, standardise: true },
  ...more,
});
const table = (...columns: Column[]): Table => ({
  type: "table",
  rowCount: columns[0]?.type === "text" ? columns[0].codes.length : (columns[0]?.values.length ?? 0),
  columns,
});
const said = (result: Result<Outputs, Failure>): string => (result.ok ? "it worked" : failureSentence(result.error, "en"));
const body = (result: Result<Outputs, Failure>) =>
  ((result.ok ? result.value["report"] : null) as Report).body as { readonly [key: string]: never };

const small = (): Table =>
  table(
    numberOf(
      "x",
      Float64Array.from({ length: 12 }, (_, i) => i),
    ),
    numberOf("constant", new Float64Array(12).fill(3)),
    textOf(
      "grade",
      Array.from({ length: 12 }, (_, i) => (i < 6 ? "low" : "high")),
    ),
    textOf(
      "lab",
      Array.from({ length: 12 }, (_, i) => (i < 3 ? "Weber" : i < 9 ? "Kovalenko" : "Weber 2")),
    ),
  );

describe("on wdbc", () => {
  const [head = [], ...rows] = readFileSync(referenceFile("wdbc/wdbc.csv"), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const wdbc = table(
    ...head.slice(0, 30).map((name, at) =>
      numberOf(
        name,
        Float64Array.from(rows, (row) => Number(row[at])),
      ),
    ),
    textOf(
      "diagnosis",
      rows.map((row) => row[30] as string),
    ),
  );
  test("a model, its card, a report with the spread of folds and out-of-fold predictions come out", async () => {
    const result = await execute(spec({ target: "diagnosis" }), contextWith(wdbc));
    const report = body(result) as unknown as {
      pooled: { accuracy: number; n: number };
      overFolds: { accuracy: { mean: number; least: number; most: number; folds: number } };
      baseline: number;
      positive: unknown;
      folds: unknown[];
      nPerClass: number[];
      doubts: unknown[];
    };
    expect([report.pooled.n, report.folds.length, report.nPerClass]).toEqual([569, 10, [357, 212]]);
    expect(report.pooled.accuracy).toBeGreaterThan(0.97);
    const { mean, least, most, folds } = report.overFolds.accuracy;
    expect([least < mean, mean < most, folds]).toEqual([true, true, 10]);
    expect(report.baseline).toBeCloseTo(357 / 569, 12);
    expect(report.positive).toEqual({ class: "malignant", by: "rarer" });
    expect(report.doubts).toEqual([]);
    const outputs = result.ok ? result.value : {};
    expect(Object.keys(outputs)).toEqual(["out", "report", "predictions"]);
  });
  test("principal components keep the annotation beside the scores", async () => {
    const result = await executeReduce(
      { ...(reduce.empty as never as Parameters<typeof executeReduce>[0]), from: ref, scale: true, components: 2 },
      contextWith(wdbc),
    );
    const out = (result.ok ? result.value["out"] : null) as Table;
    expect(out.columns.map((column) => column.name)).toEqual(["diagnosis", "PC1", "PC2"]);
    expect(out.columns[1]?.unit).toBe("44.3 %");
  });
});

describe("validation", () => {
  test("leaving one lab out tests each lab on a model that never saw it, and AUC of a one-class lab is not defined", async () => {
    const report = body(
      await execute(spec({ target: "grade", validation: { type: "leave-one-out", column: "lab" } }), contextWith(small())),
    ) as unknown as {
      folds: { name: string; auc: unknown; n: number }[];
      labs: { name: string }[];
    };
    expect(report.folds.map((fold) => [fold.name, fold.n, fold.auc === null])).toEqual([
      ["Kovalenko", 6, false],
      ["Weber", 3, true],
      ["Weber 2", 3, true],
    ]);
    expect(report.labs.map((lab) => lab.name)).toEqual(["Kovalenko", "Weber", "Weber 2"]);
  });
});

describe("bad input gets a sentence", () => {
  const cases: readonly (readonly [string, Partial<TrainSpec>, Table, RegExp])[] = [
    ["a target that is not there, with the nearest name", { target: "grad" }, small(), /There is no column grad\. Near: grade\./],
    [
      "one class",
      { target: "g" },
      table(numberOf("x", Float64Array.of(1, 2)), textOf("g", ["a", "a"])),
      /Every row has g = a \(2 rows\)/,
    ],
    [
      "more folds than rows",
      { target: "grade", validation: { type: "k-fold", folds: 40 } },
      small(),
      /40 folds need at least 40 rows, and there are 12/,
    ],
    [
      "a lab column with one lab",
      { target: "grade", validation: { type: "leave-one-out", column: "one" } },
      table(...small().columns, textOf("one", new Array<string>(12).fill("Weber"))),
      /no lab can be left out/,
    ],
    [
      "an identifier as target",
      { target: "id" },
      table(
        numberOf("x", new Float64Array(60)),
        textOf(
          "id",
          Array.from({ length: 60 }, (_, i) => `s${i}`),
        ),
      ),
      /60 different values/,
    ],
    ["no numbers at all", { target: "a" }, table(textOf("a", ["x", "y"])), /No numeric columns/],
    [
      "every row incomplete",
      { target: "g" },
      table({ ...numberOf("x", new Float64Array(2)), valid: Uint8Array.of(0, 0) }, textOf("g", ["a", "b"])),
      /None of the 2 rows is complete/,
    ],
    ["no rows", { target: "g" }, table(numberOf("x", new Float64Array(0)), textOf("g", [])), /There are no rows/],
    [
      "a feature without values",
      { target: "grade", features: ["empty"] },
      table({ ...textOf("empty", ["", ""]), valid: Uint8Array.of(0, 0) }, textOf("grade", ["a", "b"])),
      /Column empty has no value in any row/,
    ],
    ["text as a feature", { target: "grade", features: ["lab"] }, small(), /Column lab holds text/],
  ];
  test.each(cases)("%s", async (_title, more, input, sentence) => {
    expect(said(await execute(spec(more), contextWith(input)))).toMatch(sentence);
  });
});

describe("constant features", () => {
  test("are left out, in all rows or in a fold, and the log and the report say so", async () => {
    const logged: string[] = [];
    const result = await execute(spec({ target: "grade", validation: { type: "leave-one-out", column: "lab" } }), {
      ...contextWith(
        table(
          ...small().columns,
          numberOf(
            "once",
            Float64Array.from({ length: 12 }, (_, i) => (i === 1 ? 5.1 : 3.3)),
          ),
        ),
      ),
      log: (line) => logged.push(line),
    });
    expect(logged.filter((line) => line.includes("same value"))).toEqual([
      "1 feature has the same value in every row, tells nothing and is left out: constant.",
      "fold Weber: 1 more feature has the same value in all rows that it learns from and is left out there: once.",
    ]);
    const report = body(result) as unknown as { constant: unknown; folds: { name: string; constant: number }[] };
    expect(report.constant).toEqual({ count: 1, features: ["constant"] });
    expect(report.folds.map((fold) => [fold.name, fold.constant])).toEqual([
      ["Kovalenko", 1],
      ["Weber", 2],
      ["Weber 2", 1],
    ]);
  });
});

describe("an ONNX file is fed by the names of its features", async () => {
  const trained = await trainLearner(
    { type: "logistic", standardise: false },
    { rows: 4, features: ["gène", "b"], values: Float64Array.of(0, 1, 1, 0, 0, 2, 1, 3) },
    Int32Array.of(0, 1, 0, 1),
    2,
  );
  const onnx = trained.toOnnx(["no", "yes"]);
  const predict = async (model: Uint8Array, columns: readonly Column[], features: readonly string[] | null = null) => {
    let fed: readonly number[] = [];
    const logged: string[] = [];
    const engine: OnnxEngine = {
      inspect: async () => ok({ inputs: [{ name: "x", type: "float32", dims: [-1, 2] }], outputs: [] }),
      run: async ({ data: values }) => {
        fed = [...values];
        return ok({ score: { dims: [1, 1], data: Float32Array.of(0) } });
      },
    };
    const predicted = await executePredict(
      {
        model: { digest: "0".repeat(64) as Digest, name: "m.onnx", size: 1 },
        from: ref,
        answer: "both",
        features: features && [...features],
      },
      {
        ...contextWith(table(...columns)),
        log: (line) => logged.push(line),
        file: () => ({ size: model.length, read: async () => model }) as never,
        engines: { sql: null, onnx: engine },
      },
    );
    return predicted.ok ? { fed, logged } : { said: said(predicted) };
  };
  const one = (name: string, value: number) => numberOf(name, Float64Array.of(value));

  test("whatever the order of the columns, and however many more there are", async () => {
    expect(await predict(onnx, [one("b", 2), one("c", 3), one("gène", 1)])).toEqual({ fed: [1, 2], logged: [] });
  });
  test("a column that is missing is named; other columns can be given for them", async () => {
    const columns = [one("b2", 2), one("a2", 1)];
    expect((await predict(onnx, columns)).said).toMatch(/gène/);
    expect((await predict(onnx, columns, ["a2", "b2"])).fed).toEqual([1, 2]);
  });
  test("a file that names none takes the numeric columns in their order, and says so", async () => {
    const bare = onnx.slice(0, onnx.length - 40);
    expect(featureNamesOf(bare)).toBe(null);
    const { fed, logged } = await predict(bare, [one("b", 2), one("gène", 1)]);
    expect(fed).toEqual([2, 1]);
    expect(logged).toEqual([
      "The file names no features: it was fed with the 2 numeric columns in their order (b, gène). If its order is another, name the features in this cell.",
    ]);
  });
  test("bytes that are no model name no features", () => {
    for (let size = 0; size < onnx.length; size++) expect(featureNamesOf(onnx.subarray(0, size))).toBe(null);
    expect(featureNamesOf(onnx)).toEqual(["gène", "b"]);
  });
});

test("a row with a missing feature keeps its place, without a prediction", async () => {
  const logged: string[] = [];
  const engine: OnnxEngine = {
    inspect: async () => ok({ inputs: [{ name: "x", type: "float32", dims: [-1, 1] }], outputs: [] }),
    run: async ({ data: values }) => ok({ score: { dims: [values.length, 1], data: Float32Array.from(values) } }),
  };
  const input = table(
    { ...numberOf("a", Float64Array.of(1, 0, 3)), valid: Uint8Array.of(1, 0, 1) },
    textOf("id", ["p", "q", "r"]),
  );
  const predicted = await executePredict(
    { model: { digest: "0".repeat(64) as Digest, name: "m.onnx", size: 1 }, from: ref, answer: "both", features: ["a"] },
    {
      ...contextWith(input),
      log: (line) => logged.push(line),
      file: () => ({ size: 1, read: async () => new Uint8Array(1) }) as never,
      engines: { sql: null, onnx: engine },
    },
  );
  const out = (predicted.ok ? predicted.value["out"] : null) as Table;
  expect(out.rowCount).toBe(3);
  expect(out.columns[1]?.name, "predictions stand behind the names of the rows").toBe("score");
  const score = out.columns.find((column) => column.name === "score");
  expect(
    [0, 1, 2].map((row) => (score?.valid?.[row] === 0 ? null : score?.type === "float64" ? score.values[row] : "none")),
  ).toEqual([1, null, 3]);
  expect(logged).toEqual([
    "Left out: 2.",
    "1 of 3 rows gets no prediction, because a value is missing or infinite: a (1). Fill what is missing first to have all of them answered.",
  ]);
  const report = (predicted.ok ? predicted.value["report"] : null) as Report;
  expect(report.body).toMatchObject({ rows: 3, unanswered: 1 });
});

describe("rows and features with a missing value", () => {
  const values = Float32Array.from({ length: 6 * 8 }, (_, at) => ((at * 37) % 23) + (at % 8) * 0.5);
  // The second gene does not vary, and misses a value in the first sample.
  for (let sample = 0; sample < 8; sample++) values[8 + sample] = sample === 0 ? Number.NaN : 4;
  const matrix = (data: Float32Array): Assay =>
    assayOf({
      values: { layout: "dense", data },
      features: tableOf(textOf("gene", ["g1", "g2", "g3", "g4", "g5", "g6"])),
      samples: tableOf(
        textOf("sample", ["ctl1", "ctl2", "ctl3", "ctl4", "trt1", "trt2", "trt3", "trt4"], "sample"),
        textOf("group", ["a", "a", "a", "a", "b", "b", "b", "b"]),
      ),
    });
  const reduced = async (data: Float32Array, topFeatures: number, scale = false) => {
    const logged: string[] = [];
    const empty = reduce.empty as never as Parameters<typeof executeReduce>[0];
    const found = await executeReduce(
      { ...empty, from: ref, components: 2, topFeatures, scale },
      { ...contextWith(matrix(data)), log: (line) => logged.push(line) },
    );
    if (!found.ok) throw new Error(said(found));
    return { out: found.value["out"] as Table, report: (found.value["report"] as Report).body, logged };
  };
  test("a value that is missing in a gene that nobody uses costs no sample", async () => {
    const { out, report, logged } = await reduced(values, 3);
    expect(out.columns.map((column) => column.valid)).toEqual([null, null, null, null]);
    expect([report["rows"], report["dropped"]]).toEqual([8, 0]);
    expect(logged).toEqual([
      "1 feature misses a value in some sample and is left out: g2. Fill missing values first to have it considered.",
    ]);
  });
  test("a sample that is left out keeps its place without scores, and is named", async () => {
    const { out, report, logged } = await reduced(values, 0);
    const pc1 = out.columns.find((column) => column.name === "PC1");
    expect(Array.from(pc1?.valid ?? [])).toEqual([0, 1, 1, 1, 1, 1, 1, 1]);
    expect([out.rowCount, report["rows"], report["dropped"]]).toEqual([8, 7, 1]);
    expect(logged).toEqual([
      "1 of 8 rows is left out, because a value is missing or infinite: g2 (1). If that is not meant, fill or drop what is missing first.",
      "1 feature has the same value in every row, tells nothing and is left out: g2.",
      "Left out: ctl1.",
    ]);
  });
  test("a gene that never varies is named, and the components are R's without it", async () => {
    const constant = values.map((value, at) => (at < 8 ? 7 : Number.isNaN(value) ? 1 : value));
    const { report, logged } = await reduced(constant, 0, true);
    expect(logged).toEqual(["1 feature has the same value in every row, tells nothing and is left out: g1."]);
    expect((report["doubts"] as readonly { readonly key: string }[]).map(({ key }) => key)).toEqual(["learn.log-constant"]);
    // R 4.2, prcomp(t(X)[, -1], scale. = TRUE); with g1 it refuses ("cannot rescale a constant/zero column").
    const share = report["share"] as readonly number[];
    [0.36895800752, 0.27906338343].forEach((expected, at) => expect(share[at]).toBeCloseTo(expected, 9));
  });
  test("in a validation, too: its predictions have all rows, and those left out have none", async () => {
    const result = await execute(
      spec({ target: "group", topFeatures: 0, validation: { type: "k-fold", folds: 2 } }),
      contextWith(matrix(values)),
    );
    const predictions = (result.ok ? result.value["predictions"] : null) as Table;
    expect(predictions.columns.map((column) => [column.name, column.valid?.[0] ?? 1])).toEqual([
      ["sample", 1],
      ["group", 0],
      ["predicted", 0],
      ["p_a", 0],
      ["p_b", 0],
      ["fold", 0],
    ]);
  });
});

describe("the positive class and permutations", () => {
  const rare = (): Table =>
    table(
      numberOf(
        "x",
        Float64Array.from({ length: 20 }, (_, i) => (i % 4 === 0 ? 3 : 0) + ((i * 7) % 5) / 3),
      ),
      textOf(
        "state",
        Array.from({ length: 20 }, (_, i) => (i % 4 === 0 ? "case" : "control")),
      ),
    );
  const validation = { type: "k-fold", folds: 5 } as const;
  test("the rarer class is positive, or the chosen one; a name that is no class is refused", async () => {
    const of = async (positive: string) => execute(spec({ target: "state", validation, positive }), contextWith(rare()));
    expect(body(await of(""))).toMatchObject({ positive: { class: "case", by: "rarer" }, roc: [{ class: "case" }] });
    expect(body(await of("control"))).toMatchObject({ positive: { class: "control", by: "chosen" } });
    expect(said(await of("cases"))).toBe("state has no class cases. There are: case, control. Choose one of them, or none.");
  });
  test("permuted labels give a p-value that is never 0", async () => {
    const report = body(await execute(spec({ target: "state", validation, permutations: 19 }), contextWith(rare())));
    expect(report["permutation"]).toMatchObject({ p: 0.05, permutations: 19 });
  });
  test("classes that are numbers stand by their size", async () => {
    const grades = table(
      numberOf(
        "x",
        Float64Array.from({ length: 12 }, (_, i) => i * 1.5),
      ),
      numberOf(
        "grade",
        Float64Array.from({ length: 12 }, (_, i) => [1, 2, 10][i % 3] as number),
      ),
    );
    expect(body(await execute(spec({ target: "grade", validation }), contextWith(grades)))["classes"]).toEqual(["1", "2", "10"]);
  });
});

test("a model that answers the rows that it was trained on says so", async () => {
  const trained = await execute(spec({ target: "grade", validation: { type: "k-fold", folds: 3 } }), contextWith(small()));
  const model = (trained.ok ? trained.value["out"] : null) as Model;
  const engine: OnnxEngine = {
    inspect: async () => ok({ inputs: [], outputs: [] }),
    run: async ({ rows: n }) => ok({ probabilities: { dims: [n, 2], data: new Float32Array(2 * n).fill(0.5) } }),
  };
  const doubtsOn = async (data: Table, by: Model = model): Promise<unknown> => {
    const context = { ...contextWith(data), engines: { sql: null, onnx: engine } };
    const input = (at: unknown) => ((at as { ref: string }).ref === "cell_model" ? by : data);
    const predicted = await executePredict(
      { model: { ref: "cell_model" as CellId }, from: ref, answer: "both", features: null },
      { ...context, input },
    );
    return ((predicted.ok ? predicted.value["report"] : null) as Report).body["doubts"];
  };
  expect(await doubtsOn(small())).toEqual([{ key: "learn.doubt-trained-on", params: { rows: 12 } }]);
  const others = { ...small(), columns: small().columns.map((column) => takeColumnRows(column, [0, 1, 2])), rowCount: 3 };
  expect(await doubtsOn(others)).toEqual([]);
  // And one whose training did not converge says so wherever it predicts.
  const notes = [{ key: "logistic.not-converged", params: { iterations: 10_000 } }];
  expect(model.card.notes).toBeUndefined();
  expect(await doubtsOn(others, { ...model, card: { ...model.card, notes } })).toEqual(notes);
});

// Three answers of one model are one answer: the model in memory, ONNX Runtime on the file that goes out, and the predict
// cell. Each learner, 2, 3 and 10 classes, on plain data, ties, constants, missing values and a single row. Where a Python
// with onnx is there its checker reads the files, and its reference evaluator (onnx >= 1.13) is a fourth.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Column, Model, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { cellJson, columnOf, textsOf } from "@genomecraft/cells/artifacts/table.ts";
import type { CellId, Digest } from "@genomecraft/cells/base/ids.ts";
import type { ExecuteContext } from "@genomecraft/cells/contract/execute.ts";
import { answerColumns } from "@genomecraft/cells/kinds/predict/answer-columns.ts";
import { execute as predict } from "@genomecraft/cells/kinds/predict/execute.ts";
import type { Fitted } from "@genomecraft/cells/contract/learner.ts";
import { learners } from "@genomecraft/cells/learners.ts";
import { trainLearner } from "@genomecraft/cells/testing/train-learner.ts";
import { onnxNames } from "@genomecraft/cells/learn/class-model.ts";
import type { DesignMatrix } from "@genomecraft/cells/contract/design-matrix.ts";
import { predictedClasses } from "@genomecraft/cells/learn/metrics.ts";
import { numberOf } from "@genomecraft/cells/learn/output-columns.ts";
import { onnxLabelsOf } from "@genomecraft/cells/learn/onnx-labels.ts";
import {
  onnxConstant,
  onnxModel,
  onnxNode,
  onnxType,
  onnxValue,
  type ProtoMessage,
} from "@genomecraft/cells/learn/onnx-writer.ts";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { newOnnxEngine } from "./onnx-engine.ts";

const signal = new AbortController().signal;
const width = 4;

type Settings = { readonly type: string; readonly [setting: string]: unknown };
/** Beside each learner of the list as it comes. */
const special: readonly Settings[] = [
  { type: "logistic", c: 10, standardise: false },
  { type: "forest", trees: 1 },
  { type: "forest", trees: 2, maxDepth: 1 },
  { type: "forest", minLeaf: 7 },
  { type: "naive-bayes", equalPriors: true, smoothing: 1e-3 },
];
const settings: readonly Settings[] = [...Object.keys(learners).map((type) => ({ type })), ...special];

interface Data {
  readonly training: DesignMatrix;
  readonly classes: Int32Array;
  /** What is asked; NaN where a value is missing. */
  readonly asked: DesignMatrix;
}
const matrixOf = (rows: number, valueAt: (row: number, feature: number) => number): DesignMatrix => ({
  rows,
  features: Array.from({ length: width }, (_, f) => `f${f}`),
  values: Float64Array.from({ length: rows * width }, (_, at) => valueAt(Math.floor(at / width), at % width)),
});
const random = seededRandom(11);
const noise = Array.from({ length: 200 * width }, () => random() * 4 - 2);
const noiseAt = (row: number, f: number): number => noise[row * width + f] as number;

function farFrom0(count: number, offset: number): Data {
  const classes = Int32Array.from({ length: 120 }, (_, row) => row % count);
  const training = matrixOf(120, (row, f) => offset + noiseAt(row, f) + (f === (row % count) % width ? 1.5 : 0));
  return { training, classes, asked: training };
}
const dataFor: { readonly [title: string]: (classes: number) => Data } = {
  "plain rows": (count) => {
    const classes = Int32Array.from({ length: 120 }, (_, row) => row % count);
    const training = matrixOf(120, (row, f) => noiseAt(row, f) + (f === (row % count) % width ? 1.5 : 0) + (row % count) * 0.2);
    return { training, classes, asked: training };
  },
  // Each row stands once in every class, and questions lie halfway between: nothing tells the classes apart.
  ties: (count) => {
    const rows = 12 * count;
    const training = matrixOf(rows, (row, f) => (Math.floor(row / count) + f) % 4);
    const classes = Int32Array.from({ length: rows }, (_, row) => row % count);
    return { training, classes, asked: matrixOf(40, (row, f) => ((row + f) % 9) / 2 - 0.5) };
  },
  // Mirrored around 0: at 0 the two classes have equal chances, up to rounding.
  "a mirror": (count) => {
    const rows = 20 * count;
    const training = matrixOf(rows, (row, f) => (row % 2 ? 1 : -1) * (f + 0.1 + Math.floor(row / 2) * 0.3));
    const classes = Int32Array.from({ length: rows }, (_, row) => (count === 2 ? row % 2 : row % count));
    return { training, classes, asked: matrixOf(41, (row) => (row - 20) / 7) };
  },
  // Float32 knows one number in 8 at 1e8: all of a feature of deviation 1 would be one or two values.
  "a million from 0": (count) => farFrom0(count, 1e6),
  "a hundred million from 0": (count) => farFrom0(count, 1e8),
  constants: (count) => {
    const training = matrixOf(60, () => 3.3);
    return { training, classes: Int32Array.from({ length: 60 }, (_, row) => row % count), asked: training };
  },
  "missing values": (count) => {
    const classes = Int32Array.from({ length: 90 }, (_, row) => row % count);
    const training = matrixOf(90, (row, f) => noiseAt(row, f) + (row % count));
    return { training, classes, asked: matrixOf(90, (row, f) => (row % 5 === f ? Number.NaN : noiseAt(row, f))) };
  },
  "one row": (count) => {
    const classes = Int32Array.from({ length: 50 }, (_, row) => row % count);
    const training = matrixOf(50, (row, f) => noiseAt(row, f) * (1 + (row % count)));
    return { training, classes, asked: matrixOf(1, (_, f) => noiseAt(7, f)) };
  },
};

interface Case {
  readonly title: string;
  readonly spec: Settings;
  readonly count: number;
  readonly data: Data;
}
const cases: readonly Case[] = settings.flatMap((spec) =>
  [2, 3, 10].flatMap((count) =>
    Object.entries(dataFor).map(([what, make]) => ({
      title: `${JSON.stringify(spec)}, ${count} classes, ${what}`,
      spec,
      count,
      data: make(count),
    })),
  ),
);
const namesOf = (count: number): string[] => Array.from({ length: count }, (_, at) => `class ${at + 1}`);
const trained = (each: Case): Promise<Fitted> => trainLearner(each.spec, each.data.training, each.data.classes, each.count, 5);
const isComplete = ({ values }: DesignMatrix, row: number): boolean =>
  values.subarray(row * width, (row + 1) * width).every(Number.isFinite);

const modelOf = (onnx: Uint8Array, features: readonly string[], classes: readonly string[]): Model => ({
  type: "model",
  onnx,
  card: {
    task: "classification",
    algorithm: "",
    inputName: onnxNames.input,
    features: features.map((name) => ({ name })),
    target: "class",
    classes,
    labelOutput: onnxNames.label,
    probabilityOutput: onnxNames.probability,
    seed: null,
    trainedOn: { rows: 1, source: "table" },
    metrics: {},
  },
});

/** What the predict cell answers with a model of a cell, or with a file. */
async function predicted(
  model: Model | Uint8Array,
  asked: DesignMatrix,
  answer: "both" | "class" = "both",
): Promise<{ out: Table; logged: string[] }> {
  const columns = asked.features.map((name, f): Column => {
    const values = Float64Array.from({ length: asked.rows }, (_, row) => asked.values[row * asked.features.length + f] as number);
    return { ...numberOf(name, values), valid: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1)) };
  });
  const logged: string[] = [];
  const file = model instanceof Uint8Array ? model : null;
  const of = (what: string) => ({ ref: what as CellId });
  const context: ExecuteContext = {
    signal,
    progress: () => {},
    log: (line) => logged.push(line),
    input: (ref) => (ref.ref === "model" ? (model as Model) : { type: "table", rowCount: asked.rows, columns }),
    named: () => null,
    valueOf: (field) => field as never,
    file: () => ({
      size: file?.length ?? 0,
      read: async () => file ?? new Uint8Array(0),
      stream: () => (async function* () {})(),
    }),
    fileOf: () => {
      throw new Error("no file here");
    },
    engines: { sql: null, onnx: await newOnnxEngine() },
  };
  const from = file ? { digest: "0".repeat(64) as Digest, name: "m.onnx", size: file.length } : of("model");
  const result = await predict({ model: from, from: of("data"), answer, features: null }, context);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { out: result.value["out"] as Table, logged };
}

describe("the model in memory, ONNX Runtime and the predict cell", () => {
  test.each(cases.map((each) => [each.title, each] as const))("agree: %s", async (_title, each) => {
    const { asked } = each.data;
    const names = namesOf(each.count);
    const model = await trained(each);
    const onnx = model.toOnnx(names);
    const own = model.predict(asked);
    const ownClasses = predictedClasses(own, each.count);
    const answer = await (await newOnnxEngine()).run({
      onnx,
      inputName: onnxNames.input,
      rows: asked.rows,
      features: width,
      data: asked.values,
      signal,
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    const probability = answer.value[onnxNames.probability]?.data as Float32Array;
    const labels = answer.value[onnxNames.label]?.data as readonly string[];
    const wholeRows = Array.from({ length: asked.rows }, (_, row) => row).filter((row) => isComplete(asked, row));
    // Of a forest an incomplete row has an answer too; other models have none.
    const isForest = each.spec.type === "forest";
    const answered = isForest ? [...Array(asked.rows).keys()] : wholeRows;
    for (const row of answered) {
      const printed = probability.subarray(row * each.count, (row + 1) * each.count);
      expect(labels[row]).toBe(names[ownClasses[row] as number]);
      expect(labels[row]).toBe(names[printed.indexOf(Math.max(...printed))]);
      expect(Math.abs(printed.reduce((sum, value) => sum + value, 0) - 1)).toBeLessThanOrEqual(each.count * 2 ** -24);
      printed.forEach((value, c) => {
        const mine = own[row * each.count + c] as number;
        if (isForest) expect(value).toBe(mine);
        else expect(Math.abs(value - Math.fround(mine))).toBeLessThanOrEqual(2 ** -23 * value);
      });
    }
    const { out } = await predicted(modelOf(onnx, asked.features, names), asked);
    const said = columnOf(out, "predicted");
    expect(out.rowCount).toBe(asked.rows);
    for (let row = 0; row < asked.rows; row += 1) {
      const expected = isComplete(asked, row) ? labels[row] : null;
      expect(said && cellJson(said, row)).toBe(expected);
      names.forEach((name, c) => {
        const column = columnOf(out, `p_${name}`);
        expect(column && cellJson(column, row)).toBe(expected === null ? null : probability[row * each.count + c]);
      });
    }
  });
});

const classesIn = (out: Table) => textsOf(columnOf(out, "predicted") as Column);

describe("files of two-class forests whose labels ONNX Runtime gets wrong", () => {
  // What we wrote before, and others still do: a TreeEnsembleClassifier with the weights of both classes at each leaf.
  const stump = (operator: string, leaves: readonly (readonly [number, number])[]): Uint8Array =>
    onnxModel({
      name: "stump",
      nodes: [
        onnxNode(
          operator,
          ["features"],
          ["label", "probabilities"],
          {
            nodes_treeids: { ints: [0, 0, 0] },
            nodes_nodeids: { ints: [0, 1, 2] },
            nodes_featureids: { ints: [0, 0, 0] },
            nodes_values: { floats: [0, 0, 0] },
            nodes_modes: { strings: ["BRANCH_LEQ", "LEAF", "LEAF"] },
            nodes_truenodeids: { ints: [1, 0, 0] },
            nodes_falsenodeids: { ints: [2, 0, 0] },
            class_treeids: { ints: [0, 0, 0, 0] },
            class_nodeids: { ints: [1, 1, 2, 2] },
            class_ids: { ints: [0, 1, 0, 1] },
            class_weights: { floats: leaves.flat() },
            classlabels_strings: { strings: ["benign", "malignant"] },
            post_transform: { string: "NONE" },
          },
          "ai.onnx.ml",
        ),
      ],
      constants: [],
      inputs: [onnxValue("features", "float", ["n", 1])],
      outputs: [onnxValue("label", "string", ["n"]), onnxValue("probabilities", "float", ["n", 2])],
      metadata: { feature_names: '["x"]' },
    });
  const onnx = stump("TreeEnsembleClassifier", [
    [0.983, 0.017],
    [0.25, 0.75],
  ]);
  const asked: DesignMatrix = { rows: 2, features: ["x"], values: Float64Array.of(-1, 1) };
  test("a model kept from before: a row with p .983 benign is benign", async () => {
    const { out } = await predicted(modelOf(onnx, ["x"], ["benign", "malignant"]), asked);
    expect(classesIn(out)).toEqual(["benign", "malignant"]);
    expect(cellJson(columnOf(out, "p_benign") as Column, 0)).toBeCloseTo(0.983, 6);
  });
  test("a file from elsewhere: the same, and it is said", async () => {
    const { out, logged } = await predicted(onnx, asked);
    expect(classesIn(out)).toEqual(["benign", "malignant"]);
    expect(logged).toEqual([
      "In 1 of 2 rows the file's own label is not the class of its largest probability, a known fault of two-class forests in ONNX Runtime: the class of largest probability was taken.",
    ]);
  });
  test("another operator's label is the model's own rule: it stays, and the difference is said", () => {
    const answers = {
      label: { dims: [2], data: ["no", "yes"] },
      probabilities: { dims: [2, 2], data: Float32Array.of(0.4, 0.6, 0.3, 0.7) },
    };
    const labels = { operator: "SVMClassifier", labels: ["no", "yes"] };
    const found = answerColumns(answers, { rows: 2, card: null, labels, answer: "both" });
    expect(found.contradictions).toEqual({ rows: 1, taken: "label" });
    expect(textsOf(found.columns[0] as Column)).toEqual(["no", "yes"]);
  });
});

describe("classes of a file from elsewhere are called as the file calls them", () => {
  // As skl2onnx writes a pipeline: a classifier of three classes, or numbers of which only the ZipMap says what they are.
  const file = (labels: Parameters<typeof onnxNode>[3] | null): Uint8Array =>
    onnxModel({
      name: "three",
      nodes: [
        onnxNode("Gemm", ["features", "w"], ["product"], {}),
        onnxNode("Cast", ["product"], ["logits"], { to: onnxType("float") }),
        onnxNode("Softmax", ["logits"], ["probabilities"], { axis: { int: 1 } }),
        ...(labels ? [onnxNode("ZipMap", ["probabilities"], ["zipped"], labels, "ai.onnx.ml")] : []),
      ],
      constants: [onnxConstant("w", [1, 3], Float64Array.of(-1, 0, 1))],
      inputs: [onnxValue("features", "double", ["n", 1])],
      outputs: [onnxValue(labels ? "zipped" : "probabilities", "float", ["n", 3])],
      metadata: { feature_names: '["x"]' },
    });
  const asked: DesignMatrix = { rows: 2, features: ["x"], values: Float64Array.of(-2, 2) };
  const namesOf = ({ columns }: Table) => columns.map(({ name }) => name);
  // softmax of (2, 0, -2) by numpy 1.24.
  const first = [0.8668133, 0.1173104, 0.0158762];

  test.each([
    [
      "texts",
      { classlabels_strings: { strings: ["setosa", "versicolor", "virginica"] } },
      ["p_setosa", "p_versicolor", "p_virginica"],
    ],
    ["numbers", { classlabels_int64s: { ints: [3, 5, 7] } }, ["p_3", "p_5", "p_7"]],
  ])("%s in the ZipMap behind its probabilities", async (_title, labels, names) => {
    const { out, logged } = await predicted(file(labels), asked);
    expect(namesOf(out)).toEqual(names);
    names.forEach((name, at) => expect(cellJson(columnOf(out, name) as Column, 0)).toBeCloseTo(first[at] as number, 6));
    expect(logged).toEqual([]);
    expect(classesIn((await predicted(file(labels), asked, "class")).out)).toEqual(
      [names[0], names[2]].map((name) => name?.slice(2)),
    );
  });
  test("where it calls them nothing they are counted, and it is said", async () => {
    for (const answer of ["both", "class"] as const) {
      const { out, logged } = await predicted(file(null), asked, answer);
      expect(answer === "both" ? namesOf(out) : classesIn(out)).toEqual(
        answer === "both" ? ["probabilities_0", "probabilities_1", "probabilities_2"] : ["0", "2"],
      );
      expect(logged).toEqual([
        "The file does not name its classes: what it answers in probabilities is counted from 0, in the order that the model was trained with. Look there which is which, or export it with the names of its classes.",
      ]);
    }
  });
  test("scores beside probabilities are told apart; names that contradict each other are none", () => {
    const numbers = (...data: number[]) => ({ dims: [1, 2], data: Float32Array.from(data) });
    const answers = { score: numbers(-1, 1), probability: numbers(0.2, 0.8) };
    const found = answerColumns(answers, { rows: 1, card: null, labels: { operator: "", labels: ["n", "y"] }, answer: "both" });
    expect(found.columns.map(({ name }) => name)).toEqual(["score_n", "score_y", "probability_n", "probability_y"]);
    const node = (operator: string, ...strings: string[]): ProtoMessage =>
      onnxNode(operator, ["x"], ["y"], { classlabels_strings: { strings } }, "ai.onnx.ml");
    const labelsIn = (...nodes: ProtoMessage[]) =>
      onnxLabelsOf(onnxModel({ name: "m", nodes, constants: [], inputs: [], outputs: [], metadata: {} }));
    expect(labelsIn(node("SVMClassifier", "a", "b"), node("LinearClassifier", "b", "a"))).toBeNull();
    expect(labelsIn(node("SVMClassifier", "0", "1"), node("ZipMap", "a", "b"))).toEqual({
      operator: "SVMClassifier",
      labels: ["a", "b"],
    });
    expect(labelsIn(node("TreeEnsembleClassifier", "a", "b"), node("SVMClassifier", "a", "b"))).toEqual({
      operator: "",
      labels: ["a", "b"],
    });
  });
});

const script = `
import json, sys, numpy, onnx
try:
    from onnx.reference import ReferenceEvaluator
except ImportError:
    ReferenceEvaluator = None
for case in json.load(open(sys.argv[1])):
    model = onnx.load(case["onnx"])
    onnx.checker.check_model(model, full_check=True)
    if ReferenceEvaluator is None:
        print("null")
        continue
    rows = numpy.fromfile(case["rows"], dtype="<f8").reshape(-1, case["width"])
    label, probability = ReferenceEvaluator(model).run(["label", "probabilities"], {"features": rows})
    print(json.dumps({"label": [str(each) for each in label], "probability": numpy.asarray(probability, dtype="f8").ravel().tolist()}))
`;
const python = [process.env["GENOMECRAFT_TEST_PYTHON"], "python3", "/usr/bin/python3"].find(
  (each) => each !== undefined && spawnSync(each, ["-c", "import onnx, numpy"], { stdio: "ignore" }).status === 0,
);

describe.skipIf(python === undefined)("onnx of Python (absent: a Python with onnx)", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "onnx-reference-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  test("accepts the files, and its reference evaluator gives the same classes and probabilities", {
    timeout: 120_000,
  }, async () => {
    // Complete rows alone, and no forest of 300: the evaluator is slow, and its missing values go their own way.
    const chosen = cases.filter(
      (each) => (each.spec.type !== "forest" || "trees" in each.spec) && !each.title.includes("missing"),
    );
    const models = await Promise.all(chosen.map(trained));
    const written = chosen.map((each, at) => {
      const files = { onnx: path.join(folder, `${at}.onnx`), rows: path.join(folder, `${at}.f8`), width };
      writeFileSync(files.onnx, (models[at] as Fitted).toOnnx(namesOf(each.count)));
      writeFileSync(files.rows, new Uint8Array(each.data.asked.values.buffer));
      return files;
    });
    writeFileSync(path.join(folder, "cases.json"), JSON.stringify(written));
    const ran = spawnSync(python as string, ["-c", script, path.join(folder, "cases.json")], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    expect(ran.stderr).toBe("");
    const lines = ran.stdout.trim().split("\n");
    expect(lines.length).toBe(chosen.length);
    chosen.forEach((each, at) => {
      const found = JSON.parse(lines[at] as string) as { readonly label: string[]; readonly probability: number[] } | null;
      if (!found) return;
      const own = (models[at] as Fitted).predict(each.data.asked);
      const expected = Array.from(predictedClasses(own, each.count), (c) => namesOf(each.count)[c]);
      expect([each.title, found.label]).toEqual([each.title, expected]);
      own.forEach((value, i) => expect(Math.abs(value - (found.probability[i] as number))).toBeLessThan(2e-7));
    });
  });
});

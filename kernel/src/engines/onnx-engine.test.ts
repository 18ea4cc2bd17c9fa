// Models that we write, run by ONNX Runtime: the answers must be those of our own arithmetic.

import { expect, test } from "vitest";
import { predictClassifier, trainClassifier, type ClassifierSpec } from "@genomecraft/cells/learn/classifier.ts";
import { classifierToOnnx, onnxNames } from "@genomecraft/cells/learn/classifier-to-onnx.ts";
import type { DesignMatrix } from "@genomecraft/cells/learn/design-matrix.ts";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { newOnnxEngine } from "./onnx-engine.ts";

const rows = 1300;
const random = seededRandom(5);
const values = Float64Array.from({ length: rows * 6 }, () => Math.fround(random() * 4 - 2));
const matrix: DesignMatrix = { rows, features: ["a", "b", "c", "d", "e", "f"], values };
const classesFor = (count: number) =>
  Int32Array.from({ length: rows }, (_, row) => {
    const x = (values[row * 6] as number) + (values[row * 6 + 1] as number) * (values[row * 6 + 2] as number);
    return count === 2 ? (x > 0 ? 1 : 0) : x > 1 ? 2 : x > -1 ? 1 : 0;
  });

const specs: readonly (readonly [string, ClassifierSpec, number])[] = [
  ["logistic regression, two classes", { type: "logistic", c: 1, standardise: true }, 2],
  ["logistic regression, three classes", { type: "logistic", c: 1, standardise: true }, 3],
  ["forest, two classes", { type: "forest", trees: 40, maxDepth: null, minLeaf: 1 }, 2],
  ["forest, three classes", { type: "forest", trees: 40, maxDepth: null, minLeaf: 1 }, 3],
];
test.each(specs)("%s: every row's probability within 1e-5, in batches", async (_title, spec, count) => {
  const engine = await newOnnxEngine();
  const model = trainClassifier(spec, matrix, classesFor(count), count, { seed: 3 });
  const names = ["low", "middle", "high"].slice(0, count);
  const answer = await engine.run({
    onnx: classifierToOnnx(model, names),
    inputName: onnxNames.input,
    rows,
    features: 6,
    data: Float32Array.from(values),
    signal: new AbortController().signal,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const probability = answer.value[onnxNames.probability];
  const got = probability?.data;
  if (!(got instanceof Float32Array)) throw new Error("probabilities are numbers");
  const own = predictClassifier(model, matrix);
  expect(probability?.dims).toEqual([rows, count]);
  let worst = 0;
  own.forEach((value, at) => (worst = Math.max(worst, Math.abs(value - (got[at] as number)))));
  expect(worst).toBeLessThan(1e-5);
  const labels = answer.value[onnxNames.label]?.data as readonly string[];
  expect(names).toContain(labels[0]);
});

test("bytes that are no model are refused with a reason", async () => {
  const engine = await newOnnxEngine();
  const found = await engine.inspect(new TextEncoder().encode("gene,sample\n"));
  expect(found.ok ? "read" : found.error.reason).toBe("learn.not-onnx");
});

test("a model's signature is read from the file", async () => {
  const engine = await newOnnxEngine();
  const model = trainClassifier({ type: "logistic", c: 1, standardise: false }, matrix, classesFor(2), 2, { seed: 1 });
  const found = await engine.inspect(classifierToOnnx(model, ["no", "yes"]));
  expect(found.ok && found.value.inputs).toEqual([{ name: "features", type: "float32", dims: ["n", 6] }]);
});

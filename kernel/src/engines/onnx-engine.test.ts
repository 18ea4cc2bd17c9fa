// Models that we write, run by ONNX Runtime: the answers must be those of our own arithmetic.

import { expect, test } from "vitest";
import { onnxNames } from "@genomecraft/cells/learn/class-model.ts";
import { withoutZipMap } from "@genomecraft/cells/learn/onnx-without-zipmap.ts";
import { onnxModel, onnxNode, onnxValue, ProtoMessage } from "@genomecraft/cells/learn/onnx-writer.ts";
import type { DesignMatrix } from "@genomecraft/cells/contract/design-matrix.ts";
import { learners } from "@genomecraft/cells/learners.ts";
import { trainLearner } from "@genomecraft/cells/testing/train-learner.ts";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { newOnnxEngine } from "./onnx-engine.ts";

const rows = 1300;
const random = seededRandom(5);
const values = Float64Array.from({ length: rows * 6 }, () => random() * 4 - 2);
const matrix: DesignMatrix = { rows, features: ["a", "b", "c", "d", "e", "f"], values };
const classesFor = (count: number) =>
  Int32Array.from({ length: rows }, (_, row) => {
    const x = (values[row * 6] as number) + (values[row * 6 + 1] as number) * (values[row * 6 + 2] as number);
    return count === 2 ? (x > 0 ? 1 : 0) : x > 1 ? 2 : x > -1 ? 1 : 0;
  });

const specs = Object.keys(learners).flatMap((type) => [2, 3].map((count) => [type, count] as const));
test.each(specs)("%s, %d classes: every row's probability within 1e-5, in batches", async (type, count) => {
  const engine = await newOnnxEngine();
  const model = await trainLearner({ type }, matrix, classesFor(count), count, 3);
  const names = ["low", "middle", "high"].slice(0, count);
  const answer = await engine.run({
    onnx: model.toOnnx(names),
    inputName: onnxNames.input,
    rows,
    features: 6,
    data: values,
    signal: new AbortController().signal,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const probability = answer.value[onnxNames.probability];
  const got = probability?.data;
  if (!(got instanceof Float32Array)) throw new Error("probabilities are numbers");
  const own = model.predict(matrix);
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
  const model = await trainLearner({ type: "logistic", standardise: false }, matrix, classesFor(2), 2);
  const found = await engine.inspect(model.toOnnx(["no", "yes"]));
  expect(found.ok && found.value.inputs).toEqual([{ name: "features", type: "float64", dims: ["n", 6] }]);
});

test("a ZipMap, as scikit-learn's exporter writes it, gives way to the probabilities that go into it", async () => {
  const text = new ProtoMessage().text(1, "output_probability");
  const numbers = new ProtoMessage().message(1, new ProtoMessage().integer(1, 1));
  const map = new ProtoMessage().message(5, new ProtoMessage().integer(1, 8).message(2, numbers));
  const zipped = onnxModel({
    name: "zip",
    nodes: [
      onnxNode(
        "LinearClassifier",
        ["X"],
        ["label", "probability_tensor"],
        {
          coefficients: { floats: [-1, 1] },
          intercepts: { floats: [0, 0] },
          classlabels_strings: { strings: ["ctl", "flu"] },
          post_transform: { string: "SOFTMAX" },
        },
        "ai.onnx.ml",
      ),
      onnxNode(
        "ZipMap",
        ["probability_tensor"],
        ["output_probability"],
        { classlabels_strings: { strings: ["ctl", "flu"] } },
        "ai.onnx.ml",
      ),
    ],
    constants: [],
    inputs: [onnxValue("X", "float", ["n", 1])],
    outputs: [
      onnxValue("label", "string", ["n"]),
      text.message(2, new ProtoMessage().message(4, new ProtoMessage().message(1, map))),
    ],
    metadata: {},
  });
  const engine = await newOnnxEngine();
  const asked = { inputName: "X", rows: 2, features: 1, data: Float64Array.of(-1, 2), signal: new AbortController().signal };
  expect((await engine.run({ ...asked, onnx: zipped })).ok).toBe(false);
  const answer = await engine.run({ ...asked, onnx: withoutZipMap(zipped) });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  expect(answer.value["label"]?.data).toEqual(["ctl", "flu"]);
  const shares = Array.from(answer.value["probability_tensor"]?.data as Float32Array);
  [0.8808, 0.1192, 0.018, 0.982].forEach((share, at) => expect(shares[at]).toBeCloseTo(share, 4));
  const plain = withoutZipMap(zipped);
  expect(withoutZipMap(plain)).toBe(plain);
});

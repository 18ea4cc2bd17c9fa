// A small model, for tests.

import type { Model } from "../../artifact.ts";

export const example: Model = {
  type: "model",
  onnx: Uint8Array.of(8, 1, 18, 2),
  card: {
    task: "classification",
    algorithm: "logistic regression",
    inputName: "features",
    features: [{ name: "Xist" }],
    target: "sex",
    classes: ["f", "m"],
    labelOutput: "label",
    probabilityOutput: "probabilities",
    seed: null,
    trainedOn: { rows: 2, source: "assay" },
    metrics: {},
  },
};

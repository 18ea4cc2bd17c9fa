// What the contract suite runs of the step outlying-samples.

import { countsMatrix } from "../../testing/step-data.ts";
import type { StepCases } from "../../testing/describe-step.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";

const [features, samples] = [30, 9];
const count = (feature: number, sample: number): number =>
  Math.round(
    (sample === 8 && feature % 2 === 0 ? 2 : 20) * (1 + (feature % 7)) * (1 + (sample % 3) / 5) +
      ((feature * 31 + sample * 17) % 13),
  );

export const cases: StepCases = {
  assay: {
    ...countsMatrix,
    featureCount: features,
    sampleCount: samples,
    features: tableOf(
      textColumn(
        "gene",
        Array.from({ length: features }, (_, at) => `g${at}`),
        { semantic: "gene" },
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        Array.from({ length: samples }, (_, at) => `s${at}`),
        { semantic: "sample" },
      ),
      numberColumn(
        "age",
        Array.from({ length: samples }, (_, at) => 30 + at),
      ),
    ),
    values: {
      layout: "dense",
      data: Float32Array.from({ length: features * samples }, (_, at) => count(Math.floor(at / samples), at % samples)),
    },
  },
  examples: [
    { options: {} },
    { options: { action: "drop" } },
    { options: { action: "keep", rule: { by: "components", components: 2, features: 20 } } },
    { options: { rule: { by: "components", features: 20 } } },
    { options: { rule: { by: "library-size", beyond: 1 }, action: "drop" } },
    { options: { rule: { by: "library-size" } } },
  ],
  bad: [
    { options: { rule: { by: "guess" } }, says: /rule/ },
    { options: { rule: { by: "correlation", beyond: 0 } }, says: /beyond/ },
    { options: { action: "missing" }, says: /action/ },
  ],
};

// What the contract suite runs of the step highly-variable.

import { assayOf } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import { aCell } from "../../testing/describe-kind.ts";
import type { StepCases } from "../../testing/describe-step.ts";

const [features, samples] = [12, 6];
const assay = assayOf({
  values: {
    layout: "dense",
    data: Float32Array.from({ length: features * samples }, (_, at) => ((at * 37) % 23) * (1 + Math.floor(at / samples))),
  },
  features: tableOf(
    textColumn(
      "gene",
      Array.from({ length: features }, (_, at) => `ген ${at}`),
    ),
  ),
  samples: tableOf(textColumn("sample", ["a", "b", "c", "d", "e", "f"])),
  scale: "counts",
  featureNoun: "gene",
});

export const cases: StepCases = {
  assay,
  examples: [{ options: { count: 3 } }, { options: { count: aCell("number") } }, { options: {} }],
};

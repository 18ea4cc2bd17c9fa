// What the contract suite runs of the step fpkm.

import { assayOf } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  assay: assayOf({
    values: { layout: "dense", data: Float32Array.of(10, 1, 20, 0, 5, 0, 90, 95, 80, 10, 0, 20) },
    features: tableOf(textColumn("gene", ["Xist", "Größe", "🧬", "b"]), numberColumn("Length", [1000, 250, null, 40])),
    samples: tableOf(textColumn("sample", ["s1", "проба 2", "s3"]), textColumn("group", ["a", "b", null])),
    scale: "counts",
    featureNoun: "gene",
  }),
  examples: [{ options: { length: "Length", lost: "drop" } }, { options: { length: "Length" }, on: [] }],
  bad: [{ options: { lost: "guess" }, says: /lost/ }],
};

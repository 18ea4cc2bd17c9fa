// What the contract suite runs of the step collapse-probes.

import { assayOf } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import type { StepCases } from "../../testing/describe-step.ts";

export const cases: StepCases = {
  assay: assayOf({
    values: { layout: "dense", data: Float32Array.of(10, 0, 20, 0, 5, 0, 90, 95, Number.NaN, 10, 0, 20, 1, 1, 1) },
    features: tableOf(
      textColumn("probe", ["p1_at", "p2_at", "🧬", "p4", "p5"]),
      textColumn("ген", ["Xist", "Trp53", "Xist", null, "A /// B"], { semantic: "gene" }),
    ),
    samples: tableOf(textColumn("sample", ["s1", "проба 2", "s3"]), textColumn("group", ["a", "b", null])),
    scale: "counts",
    featureNoun: "probe",
  }),
  examples: (["mean", "max-mean", "max-variance", "sum"] as const).map((how) => ({ options: { by: "ген", how } })),
  bad: [{ options: { how: "median" }, says: /how/ }],
};

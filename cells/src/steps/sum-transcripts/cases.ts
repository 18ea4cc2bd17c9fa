// What the contract suite runs of the step sum-transcripts.

import { assayOf } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import type { StepCases } from "../../testing/describe-step.ts";

const dense = (...values: readonly number[]) => ({ layout: "dense" as const, data: Float32Array.from(values) });

export const cases: StepCases = {
  assay: assayOf({
    values: dense(10.5, 0, 20, 3, 5, 0, 90, 95.25, 1, 10, 0, 20),
    layers: [
      { name: "TPM", values: dense(1, 0, 2, 0.5, 0.5, 0, 9, 9, 0.1, 1, 0, 2) },
      { name: "EffectiveLength", values: dense(900, 900, 950, 1200, 1250, 1200, 300, 310, 290, 700, 700, 710) },
    ],
    features: tableOf(
      textColumn("transcript", ["t1", "t2", "🧬", "t4"]),
      textColumn("ген", ["Xist", "Xist", "Trp53", null], { semantic: "gene" }),
    ),
    samples: tableOf(textColumn("sample", ["s1", "проба 2", "s3"]), textColumn("group", ["a", "b", null])),
    scale: "counts",
    featureNoun: "transcript",
  }),
  examples: [{ options: { by: "ген" } }],
  bad: [{ options: { by: 3 }, says: /by/ }],
};

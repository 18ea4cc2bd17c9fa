// A small matrix, for tests. Its samples are the rows of the table beside it.

import { type Assay, missingByte } from "../../artifact.ts";
import { assayOf } from "../../assay.ts";
import { tableOf, textColumn } from "../../table.ts";
import { example as samples } from "../table/example.ts";

const plain = assayOf({
  values: { layout: "dense", data: Float32Array.of(1, 2, Number.NaN, 4) },
  features: tableOf(textColumn("gene", ["Xist", "Tsix"], { semantic: "gene" })),
  samples,
  layers: [{ name: "calls", values: { layout: "bytes", data: Int8Array.of(0, 1, missingByte, 2) } }],
  scale: "counts",
  featureNoun: "gene",
});
export const example: Assay = { ...plain, withoutEffectsOf: ["lab"] };

// Samples are compared by features that have a value in each of them. Where most have not, what is left may say something else than
// all of them would, and nothing is said.

import type { QualityData } from "../../contract/quality-rule.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { words } from "../words.ts";

/** Of these features the rows that are whole, on one scale; or why there are too few of them. */
export function completeRows(data: QualityData, features: Int32Array): readonly Float64Array[] | { readonly lacks: Sentence } {
  const { sampleCount } = data.assay;
  const all = data.logged();
  const rows = [...features]
    .map((feature) => all.subarray(feature * sampleCount, (feature + 1) * sampleCount))
    .filter((row) => row.every(Number.isFinite));
  const isEnough = rows.length >= 3 && rows.length >= features.length / 2;
  return isEnough ? rows : { lacks: words.sentence("incomplete", { n: rows.length, all: features.length }) };
}

// Counts as models of counts take them, or what keeps a matrix from being counts and where.

import type { Assay } from "../../../artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "../../../artifacts/assay.ts";
import type { Failure } from "../../../base/failure.ts";
import type { JsonObject } from "../../../base/json.ts";
import { err, ok, type Result } from "../../../base/result.ts";
import { words } from "./words.ts";

const scaleInWords: { readonly [scale in Assay["scale"]]?: string } = {
  cpm: "CPM",
  tpm: "TPM",
  fpkm: "FPKM",
  "log2-cpm": "log2 CPM",
  log2: "log2",
  log10: "log10",
  ln: "ln",
  "z-score": "z-scores",
  dosage: "dosages",
};

interface Wanted {
  readonly method: JsonObject;
  /** Where the matrix says that they are counts, they need not be whole. */
  readonly estimates: boolean;
  /** Estimates are taken for what they are once this is turned on; null: the matrix has no lengths, or they are taken so. */
  readonly fix?: Failure["fix"] | null;
}

/** Feature after feature. */
export function countsOfAssay(assay: Assay, { method, estimates, fix = null }: Wanted): Result<Float64Array, Failure> {
  const scale = scaleInWords[assay.scale];
  if (scale !== undefined) return err(words.failure("not-counts", { method, scale }, { at: ["from"] }));
  const counts = Float64Array.from(denseData(assay));
  const mustBeWhole = !(estimates && assay.scale === "counts");
  const problemOf = (value: number) => {
    if (Number.isNaN(value)) return "missing-count";
    if (value < 0) return "below-zero";
    if (value === Number.POSITIVE_INFINITY) return "infinite-count";
    return mustBeWhole && !Number.isInteger(value) ? "not-whole" : null;
  };
  const at = counts.findIndex((value) => problemOf(value) !== null);
  const problem = at < 0 ? null : problemOf(counts[at] as number);
  if (problem === null) return ok(counts);
  const feature = featureIds(assay)[Math.floor(at / assay.sampleCount)] ?? "";
  const sample = sampleIds(assay)[at % assay.sampleCount] ?? "";
  if (problem === "not-whole" && fix)
    return err(
      words.failure("estimates-not-whole", { method, feature, sample, value: counts[at] as number }, { at: fix.path, fix }),
    );
  return err(words.failure(problem, { method, feature, sample, value: counts[at] as number }, { at: ["from"] }));
}

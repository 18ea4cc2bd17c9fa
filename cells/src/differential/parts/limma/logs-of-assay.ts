// Logarithms to the base 2 as limma takes them; what a matrix holds instead is refused with the way on.

import type { Assay } from "../../../artifacts/artifact.ts";
import { denseData } from "../../../artifacts/assay.ts";
import { infiniteValues } from "../../../artifacts/infinite-values.ts";
import { rawValues } from "../../../artifacts/raw-values.ts";
import type { Failure } from "../../../base/failure.ts";
import { err, ok, type Result } from "../../../base/result.ts";
import { words } from "./words.ts";

/** Why a matrix of this scale is no logarithm, and what it is called there. */
const refused: {
  readonly [scale in Assay["scale"]]?: readonly ["counts" | "linear" | "other-log" | "z-score" | "dosage", string];
} = {
  counts: ["counts", ""],
  cpm: ["linear", "CPM"],
  tpm: ["linear", "TPM"],
  fpkm: ["linear", "FPKM"],
  log10: ["other-log", "log10"],
  ln: ["other-log", "ln"],
  "z-score": ["z-score", ""],
  dosage: ["dosage", ""],
};

/** Feature after feature; NaN: missing. */
export function logsOfAssay(assay: Assay): Result<Float64Array, Failure> {
  const why = refused[assay.scale];
  if (why) return err(words.failure(why[0], { scale: why[1] }, { at: ["from"] }));
  const infinite = infiniteValues(assay);
  if (infinite) return err(words.failure("infinite", { ...infinite }, { at: ["from"] }));
  const values = Float64Array.from(denseData(assay));
  if (rawValues(assay) !== null) {
    const most = values.reduce((largest, value) => (value > largest ? value : largest), 0);
    return err(words.failure("not-logs", { most }, { at: ["from"] }));
  }
  return ok(values);
}

// Steps that take differences of values from all features alike: of counts and of genotypes they mean nothing, and are refused with
// the step that comes before; of values that look like measured ones it is said.

import type { Assay } from "../../artifacts/artifact.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import { infiniteValues } from "../../artifacts/infinite-values.ts";
import type { StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";
import { refuse } from "./step-scope.ts";

export function needLogs(assay: Assay, scope: StepScope): void {
  if (assay.scale === "counts") refuse(scope, words, "logs-of-counts");
  refuseGenotypes(assay, scope);
  for (const doubt of doubtsOfScale(assay, true)) scope.say(doubt);
  needFiniteMatrix(assay, scope);
}

export function refuseGenotypes(assay: Assay, scope: StepScope): void {
  if (assay.scale === "dosage") refuse(scope, words, "logs-of-dosage");
}

export function needFiniteMatrix(assay: Assay, scope: StepScope): void {
  const infinite = infiniteValues(assay);
  if (infinite) refuse(scope, words, "infinite-values", { ...infinite });
}

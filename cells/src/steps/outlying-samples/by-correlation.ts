// The measure of the rule of quality: how far below the median of all lies a sample's median correlation with the others of its group.

import type { Assay } from "../../artifacts/artifact.ts";
import { columnOf } from "../../artifacts/table.ts";
import { failure, FailureError } from "../../base/failure.ts";
import type { StepScope } from "../../contract/step.ts";
import { medianCorrelations } from "../../quality/parts/median-correlations.ts";
import { qualityData } from "../../quality/parts/quality-data.ts";
import type { Verdicts } from "../parts/outlier-flags.ts";
import { needColumn } from "../parts/step-scope.ts";
import type { SampleRule } from "./step.ts";

export function byCorrelation(
  { beyond, least, features }: Extract<SampleRule, { readonly by: "correlation" }>,
  group: string,
  assay: Assay,
  scope: StepScope,
): Verdicts {
  if (group !== "") needColumn(scope, assay.samples, group, ["group"]);
  const data = qualityData(assay, { sex: null, group: columnOf(assay.samples, group), batch: null });
  const found = medianCorrelations(data, features);
  if ("lacks" in found)
    throw new FailureError(failure(found.lacks.key, found.lacks.params, { at: ["steps", scope.index, "rule"] }));
  const { z, medians, median } = found;
  return {
    measures: [{ far: z, beyond: () => beyond }],
    verdict: Uint8Array.from(z, (far, sample) =>
      Number.isNaN(far) ? 2 : far < -beyond && median - (medians[sample] as number) >= least ? 1 : 0,
    ),
  };
}

// Sites whose rarer allele is frequent enough, and which few samples lack: frequencies are those of the samples that are told, of
// two copies each, or of as many as the layer "ploidy" says (PLINK's --maf and --geno).

import { copiesOfCalls } from "../../artifacts/ploidy.ts";
import type { Assay } from "../../artifacts/artifact.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { eachValue } from "../parts/matrix-values.ts";
import { needNumber, refuse } from "../parts/step-scope.ts";
import { keepsFeatures } from "../parts/features-of-state.ts";
import type { filterSites } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof filterSites>;

export const { fitted, apply } = keepsFeatures(frequentSites);

function frequentSites(step: Options, assay: Assay, scope: StepScope): readonly number[] {
  const least = needNumber(scope, step.frequency, ["frequency"], 0);
  const most = needNumber(scope, step.missing, ["missing"], 0);
  const { featureCount, sampleCount } = assay;
  const sums = new Float64Array(featureCount);
  const missing = new Float64Array(featureCount);
  const alleles = new Float64Array(featureCount);
  const copies = copiesOfCalls(assay);
  let largest = 0;
  eachValue(assay, (feature, sample, value) => {
    if (Number.isNaN(value)) missing[feature] = (missing[feature] as number) + 1;
    else {
      sums[feature] = (sums[feature] as number) + value;
      if (copies) alleles[feature] = (alleles[feature] as number) + (copies[feature * sampleCount + sample] as number);
      if (value > largest || value < 0) largest = value < 0 ? Number.POSITIVE_INFINITY : value;
    }
  });
  // Imputed dosages may be a little more than two by rounding.
  if (least > 0 && largest > 2.001 && (!copies || largest === Number.POSITIVE_INFINITY))
    refuse(scope, words, "no-dosages", {}, ["frequency"]);
  const kept: number[] = [];
  for (let site = 0; site < featureCount; site++) {
    const lacking = missing[site] as number;
    const told = sampleCount - lacking;
    const all = copies ? (alleles[site] as number) : 2 * told;
    const frequency = told === 0 ? 0 : (sums[site] as number) / all;
    if (lacking <= most * sampleCount && (least <= 0 || Math.min(frequency, 1 - frequency) >= least)) kept.push(site);
  }
  return kept;
}

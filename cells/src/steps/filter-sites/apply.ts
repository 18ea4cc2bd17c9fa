// Sites whose rarer allele is frequent enough, and which few samples lack: frequencies are those of the samples that are told, of
// two copies each, or of as many as the layer "ploidy" says (PLINK's --maf and --geno). Autosomal sites that are far from
// Hardy-Weinberg equilibrium in any population go, too (PLINK's --hwe of each).

import { copiesOfCalls } from "../../artifacts/ploidy.ts";
import type { Assay, Column } from "../../artifacts/artifact.ts";
import { equilibriumGroups, isControlIn } from "../../artifacts/equilibrium-groups.ts";
import { hasFailedFilters } from "../../artifacts/failed-filters.ts";
import { autosomalSites, genotypeCalls } from "../../artifacts/genotype-calls.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { eachValue } from "../parts/matrix-values.ts";
import { genotypeCounts, hardyWeinberg } from "../../stats/hardy-weinberg.ts";
import { needColumn, needNumber, refuse } from "../parts/step-scope.ts";
import { keepsFeatures } from "../parts/features-of-state.ts";
import type { filterSites } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof filterSites>;

export const { fitted, apply } = keepsFeatures(frequentSites);

function frequentSites(step: Options, assay: Assay, scope: StepScope): readonly number[] {
  const least = needNumber(scope, step.frequency, ["frequency"], 0);
  const most = needNumber(scope, step.missing, ["missing"], 0);
  const p = needNumber(scope, step.equilibrium, ["equilibrium"], 0);
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
  if ((least > 0 || p > 0) && largest > 2.001 && (!copies || largest === Number.POSITIVE_INFINITY))
    refuse(scope, words, "no-dosages", {}, ["frequency"]);
  const isFar = p > 0 ? farSites(step, p, assay, scope) : null;
  const isPoor = poorSites(step, assay, scope);
  const kept: number[] = [];
  for (let site = 0; site < featureCount; site++) {
    const lacking = missing[site] as number;
    const told = sampleCount - lacking;
    const all = copies ? (alleles[site] as number) : 2 * told;
    const frequency = told === 0 ? 0 : (sums[site] as number) / all;
    if (isFar?.[site] === 1 || isPoor(site)) continue;
    if (lacking <= most * sampleCount && (least <= 0 || Math.min(frequency, 1 - frequency) >= least)) kept.push(site);
  }
  return kept;
}

/** By QUAL and FILTER, which do not depend on samples. */
function poorSites(step: Options, { features, featureCount }: Assay, scope: StepScope): (site: number) => boolean {
  const least = needNumber(scope, step.quality, ["quality"], 0);
  const quality = least > 0 ? columnOf(features, "quality") : null;
  if (least > 0 && quality?.type !== "float64" && quality?.type !== "int32")
    refuse(scope, words, "no-column", { column: "quality" }, ["quality"]);
  const filter = step.passed ? columnOf(features, "filter") : null;
  if (step.passed && filter?.type !== "text") refuse(scope, words, "no-column", { column: "filter" }, ["passed"]);
  const failed = filter?.type === "text" ? hasFailedFilters(filter, featureCount) : null;
  return (site) => {
    const value = quality ? cellJson(quality, site) : null;
    return (typeof value === "number" && value < least) || failed?.[site] === "failed";
  };
}

/** 1 where p is below the least in any of the populations. */
function farSites(step: Options, least: number, assay: Assay, scope: StepScope): Uint8Array {
  const { samples, featureCount, sampleCount } = assay;
  const by = step.within === "" ? null : needColumn(scope, samples, step.within, ["within"]);
  const controls = step.controls === "" ? null : needColumn(scope, samples, step.controls, ["controls"]);
  const { groups } = equilibriumGroups(samples, by, controls);
  if (groups.every(({ members }) => members.length === 0) && sampleCount > 0) {
    if (controls && !isControlIn(controls))
      refuse(scope, words, "no-controls", { column: controls.name, values: textsIn(controls) }, ["controls"]);
    refuse(scope, words, "nobody", { column: step.within }, ["within"]);
  }
  const calls = genotypeCalls(assay);
  const autosomal = autosomalSites(assay);
  const isFar = new Uint8Array(featureCount);
  for (const { members } of groups)
    for (let site = 0; site < featureCount; site++) {
      if (autosomal[site] === 0 || isFar[site] === 1) continue;
      const [none, het, two] = genotypeCounts(calls, sampleCount, site, members);
      const { p, midP } = hardyWeinberg(none, het, two);
      if ((step.test === "exact" ? p : midP) < least) isFar[site] = 1;
    }
  return isFar;
}

const textsIn = (column: Column): readonly string[] => (column.type === "text" ? column.dictionary.slice(0, 3) : [column.type]);

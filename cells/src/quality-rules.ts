// THE list of rules of quality, in the order in which a report tells of them; of each the card at once, its work when it is first
// needed. A rule is a folder in quality/ and a line here.

import type { ListedRule } from "./contract/quality-rule.ts";
import { alleleFrequencies } from "./quality/allele-frequencies/rule.ts";
import { batchEffect } from "./quality/batch-effect/rule.ts";
import { callDepth } from "./quality/call-depth/rule.ts";
import { callQuality } from "./quality/call-quality/rule.ts";
import { cellOutliers } from "./quality/cell-outliers/rule.ts";
import { detectedFeatures } from "./quality/detected-features/rule.ts";
import { duplicates } from "./quality/duplicates/rule.ts";
import { hardyWeinberg } from "./quality/hardy-weinberg/rule.ts";
import { heterozygosity } from "./quality/heterozygosity/rule.ts";
import { logScale } from "./quality/log-scale/rule.ts";
import { librarySize } from "./quality/library-size/rule.ts";
import { markerShare } from "./quality/marker-share/rule.ts";
import { mixtures } from "./quality/mixtures/rule.ts";
import { relatedness } from "./quality/relatedness/rule.ts";
import { sampleCorrelation } from "./quality/sample-correlation/rule.ts";
import { sampleMissingness } from "./quality/sample-missingness/rule.ts";
import { sequences } from "./quality/sequences/rule.ts";
import { sexCheck } from "./quality/sex-check/rule.ts";
import { siteQuality } from "./quality/site-quality/rule.ts";
import { swappedGroups } from "./quality/swapped-groups/rule.ts";
import { transitions } from "./quality/transitions/rule.ts";
import { xHeterozygosity } from "./quality/x-heterozygosity/rule.ts";
import { missingValues } from "./quality/missing-values/rule.ts";
import { missingPattern } from "./quality/missing-pattern/rule.ts";
import { duplicateRows } from "./quality/duplicate-rows/rule.ts";
import { duplicateColumns } from "./quality/duplicate-columns/rule.ts";
import { constantColumns } from "./quality/constant-columns/rule.ts";
import { nearLabelsRule } from "./quality/near-labels/rule.ts";
import { repeatedIds } from "./quality/repeated-ids/rule.ts";
import { leakage } from "./quality/leakage/rule.ts";
import { classImbalance } from "./quality/class-imbalance/rule.ts";
import { infiniteValues } from "./quality/infinite-values/rule.ts";
import { numbersAsTexts } from "./quality/numbers-as-texts/rule.ts";
import { sentinelValues } from "./quality/sentinel-values/rule.ts";
import { farValues } from "./quality/far-values/rule.ts";

export const qualityRules = {
  "log-scale": { rule: logScale, judge: () => import("./quality/log-scale/judge.ts") },
  "library-size": { rule: librarySize, judge: () => import("./quality/library-size/judge.ts") },
  "cell-outliers": { rule: cellOutliers, judge: () => import("./quality/cell-outliers/judge.ts") },
  "detected-features": { rule: detectedFeatures, judge: () => import("./quality/detected-features/judge.ts") },
  "marker-share": { rule: markerShare, judge: () => import("./quality/marker-share/judge.ts") },
  "sample-correlation": { rule: sampleCorrelation, judge: () => import("./quality/sample-correlation/judge.ts") },
  duplicates: { rule: duplicates, judge: () => import("./quality/duplicates/judge.ts") },
  mixtures: { rule: mixtures, judge: () => import("./quality/mixtures/judge.ts") },
  "sex-check": { rule: sexCheck, judge: () => import("./quality/sex-check/judge.ts") },
  "swapped-groups": { rule: swappedGroups, judge: () => import("./quality/swapped-groups/judge.ts") },
  "batch-effect": { rule: batchEffect, judge: () => import("./quality/batch-effect/judge.ts") },
  "sample-missingness": { rule: sampleMissingness, judge: () => import("./quality/sample-missingness/judge.ts") },
  "call-depth": { rule: callDepth, judge: () => import("./quality/call-depth/judge.ts") },
  "call-quality": { rule: callQuality, judge: () => import("./quality/call-quality/judge.ts") },
  "site-quality": { rule: siteQuality, judge: () => import("./quality/site-quality/judge.ts") },
  "allele-frequencies": { rule: alleleFrequencies, judge: () => import("./quality/allele-frequencies/judge.ts") },
  "hardy-weinberg": { rule: hardyWeinberg, judge: () => import("./quality/hardy-weinberg/judge.ts") },
  heterozygosity: { rule: heterozygosity, judge: () => import("./quality/heterozygosity/judge.ts") },
  "x-heterozygosity": { rule: xHeterozygosity, judge: () => import("./quality/x-heterozygosity/judge.ts") },
  transitions: { rule: transitions, judge: () => import("./quality/transitions/judge.ts") },
  relatedness: { rule: relatedness, judge: () => import("./quality/relatedness/judge.ts") },
  "missing-values": { rule: missingValues, judge: () => import("./quality/missing-values/judge.ts") },
  "missing-pattern": { rule: missingPattern, judge: () => import("./quality/missing-pattern/judge.ts") },
  "duplicate-rows": { rule: duplicateRows, judge: () => import("./quality/duplicate-rows/judge.ts") },
  "duplicate-columns": { rule: duplicateColumns, judge: () => import("./quality/duplicate-columns/judge.ts") },
  "constant-columns": { rule: constantColumns, judge: () => import("./quality/constant-columns/judge.ts") },
  "near-labels": { rule: nearLabelsRule, judge: () => import("./quality/near-labels/judge.ts") },
  "repeated-ids": { rule: repeatedIds, judge: () => import("./quality/repeated-ids/judge.ts") },
  leakage: { rule: leakage, judge: () => import("./quality/leakage/judge.ts") },
  "class-imbalance": { rule: classImbalance, judge: () => import("./quality/class-imbalance/judge.ts") },
  "infinite-values": { rule: infiniteValues, judge: () => import("./quality/infinite-values/judge.ts") },
  "numbers-as-texts": { rule: numbersAsTexts, judge: () => import("./quality/numbers-as-texts/judge.ts") },
  "sentinel-values": { rule: sentinelValues, judge: () => import("./quality/sentinel-values/judge.ts") },
  "far-values": { rule: farValues, judge: () => import("./quality/far-values/judge.ts") },
  sequences: { rule: sequences, judge: () => import("./quality/sequences/judge.ts") },
} as const;

export type RuleName = keyof typeof qualityRules;

/** Work is that of the card beside it. */
const list: { readonly [R in RuleName]: ListedRule<(typeof qualityRules)[R]["rule"]> } = qualityRules;
export const listedRules: readonly ListedRule[] = Object.values(list);

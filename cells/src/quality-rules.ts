// THE list of rules of quality, in the order in which a report tells of them; of each the card at once, its work when it is first
// needed. A rule is a folder in quality/ and a line here.

import type { ListedRule } from "./contract/quality-rule.ts";
import { alleleFrequencies } from "./quality/allele-frequencies/rule.ts";
import { batchEffect } from "./quality/batch-effect/rule.ts";
import { detectedFeatures } from "./quality/detected-features/rule.ts";
import { duplicates } from "./quality/duplicates/rule.ts";
import { hardyWeinberg } from "./quality/hardy-weinberg/rule.ts";
import { heterozygosity } from "./quality/heterozygosity/rule.ts";
import { librarySize } from "./quality/library-size/rule.ts";
import { markerShare } from "./quality/marker-share/rule.ts";
import { relatedness } from "./quality/relatedness/rule.ts";
import { sampleCorrelation } from "./quality/sample-correlation/rule.ts";
import { sampleMissingness } from "./quality/sample-missingness/rule.ts";
import { sexCheck } from "./quality/sex-check/rule.ts";
import { swappedGroups } from "./quality/swapped-groups/rule.ts";
import { transitions } from "./quality/transitions/rule.ts";

export const qualityRules = {
  "library-size": { rule: librarySize, judge: () => import("./quality/library-size/judge.ts") },
  "detected-features": { rule: detectedFeatures, judge: () => import("./quality/detected-features/judge.ts") },
  "marker-share": { rule: markerShare, judge: () => import("./quality/marker-share/judge.ts") },
  "sample-correlation": { rule: sampleCorrelation, judge: () => import("./quality/sample-correlation/judge.ts") },
  duplicates: { rule: duplicates, judge: () => import("./quality/duplicates/judge.ts") },
  "sex-check": { rule: sexCheck, judge: () => import("./quality/sex-check/judge.ts") },
  "swapped-groups": { rule: swappedGroups, judge: () => import("./quality/swapped-groups/judge.ts") },
  "batch-effect": { rule: batchEffect, judge: () => import("./quality/batch-effect/judge.ts") },
  "sample-missingness": { rule: sampleMissingness, judge: () => import("./quality/sample-missingness/judge.ts") },
  "allele-frequencies": { rule: alleleFrequencies, judge: () => import("./quality/allele-frequencies/judge.ts") },
  "hardy-weinberg": { rule: hardyWeinberg, judge: () => import("./quality/hardy-weinberg/judge.ts") },
  heterozygosity: { rule: heterozygosity, judge: () => import("./quality/heterozygosity/judge.ts") },
  transitions: { rule: transitions, judge: () => import("./quality/transitions/judge.ts") },
  relatedness: { rule: relatedness, judge: () => import("./quality/relatedness/judge.ts") },
} as const;

export type RuleName = keyof typeof qualityRules;

/** Work is that of the card beside it. */
const list: { readonly [R in RuleName]: ListedRule<(typeof qualityRules)[R]["rule"]> } = qualityRules;
export const listedRules: readonly ListedRule[] = Object.values(list);

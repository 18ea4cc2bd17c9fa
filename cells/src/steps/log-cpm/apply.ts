// The prior is in CPM and the same in all samples, or in counts, as edgeR's cpm(log = TRUE, prior.count) has it: p L_s / mean(L) is
// added to the counts of sample s and twice that to its library L_s, so that by v, counts per million without it, the logarithm is
// that of (v + p 1e6 / mean(L)) / (1 + 2 p / mean(L)). Mean(L) is that of the training. Of counts per million of corrected libraries
// (size factors) L are those libraries.

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import type { StepScope } from "../../contract/step.ts";
import { correctedLibraries, sayFactorsUndone } from "../parts/factor-columns.ts";
import { fittedOf } from "../parts/fitted.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { eachValue, mapValues } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import { needNumber, refuse } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { logCpm } from "./step.ts";

/** Null: the prior is in CPM, and nothing is taken of the data. */
const state = z.strictObject({ library: z.number().positive().nullable() });

export const { fitted, apply } = fittedOf<typeof logCpm>()({
  keeps: () => "statistics",
  state,
  on: {
    assay: {
      fit({ of }, assay, scope) {
        needReads(assay, "scale-cpm", scope);
        if (of === "cpm") return { library: null };
        const sizes = correctedLibraries(assay) ?? librarySizes(assay, silent(scope));
        // Of no samples any number will do.
        return { library: sizes.length === 0 ? 1 : sizes.reduce((sum, size) => sum + size, 0) / sizes.length };
      },
      apply(step, assay, { library }, scope) {
        needReads(assay, "scale-cpm", scope);
        const prior = needNumber(scope, step.prior, ["prior"], 0);
        const perMillion = perMillionOf(assay, scope);
        needPrior(prior, assay, scope);
        const [added, over] = library === null ? [prior, 1] : [(prior * 1e6) / library, 1 + (2 * prior) / library];
        const act = (value: number, sample: number): number => Math.log2((perMillion(value, sample) + added) / over);
        return { ...assay, scale: "log2-cpm", values: mapValues(assay, library === null && prior === 1, act) };
      },
    },
  },
});

/** What is missing is said once, where the step is applied. */
const silent = (scope: StepScope): StepScope => ({ ...scope, say: () => undefined });

function perMillionOf(assay: Assay, scope: StepScope): (value: number, sample: number) => number {
  // What is wrong with counts is wrong with those of corrected libraries, too.
  const sizes = librarySizes(assay, scope);
  if (correctedLibraries(assay)) return (value) => value;
  sayFactorsUndone(assay, scope);
  return (value, sample) => (value / (sizes[sample] as number)) * 1e6;
}

function needPrior(prior: number, assay: Assay, scope: StepScope): void {
  if (prior !== 0) return;
  let zero = assay.values.layout === "sparse";
  eachValue(assay, (_feature, _sample, value) => (zero ||= value === 0));
  if (zero) refuse(scope, shared, "number-range", { field: "prior", value: 0, min: 0.001 }, ["prior"]);
}

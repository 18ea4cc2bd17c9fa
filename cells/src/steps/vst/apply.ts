// What is kept is the trend and the mean logarithms that depths are compared with: later samples are brought to the same scale.

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "../../artifacts/assay.ts";
import type { StepScope } from "../../contract/step.ts";
import { stabilised, trendOfCounts } from "../../stats/deseq/trend-of-counts.ts";
import { medianOfRatios } from "../../stats/size-factors.ts";
import { featuresOfState, namesOfState } from "../parts/features-of-state.ts";
import { fittedOf } from "../parts/fitted.ts";
import { needReads } from "../parts/need-reads.ts";
import { refuse } from "../parts/step-scope.ts";
import { usualSubset, type vst } from "./step.ts";
import { words } from "./words.ts";

const state = z.strictObject({
  features: namesOfState,
  /** Mean logarithm of the counts of each; null: it has none in some sample. */
  reference: z.array(z.number().nullable()),
  trend: z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("parametric"), asymptotic: z.number().positive(), extra: z.number().nonnegative() }),
    z.strictObject({ by: z.literal("mean"), value: z.number().positive() }),
  ]),
});

export const { fitted, apply } = fittedOf<typeof vst>()({
  keeps: () => "statistics",
  state,
  on: {
    assay: {
      async fit({ of, trend: by }, assay, scope) {
        const counts = countsOf(assay, scope);
        const noun = assay.featureNoun;
        const { featureCount: genes, sampleCount: samples } = assay;
        if (samples < 2) return refuse(scope, words, "two-samples");
        const reference = Array.from({ length: genes }, (_, gene) => {
          const row = counts.subarray(gene * samples, (gene + 1) * samples);
          return row.every((count) => count > 0) ? row.reduce((sum, count) => sum + Math.log(count), 0) / samples : null;
        });
        if (reference.every((each) => each === null)) return refuse(scope, words, "no-common", { noun });
        const factors = factorsOf(assay, counts, reference, scope);
        scope.say(words.sentence("blind", { step: scope.index + 1 }));
        const pause = () => scope.signal.throwIfAborted();
        const asked = { genes, samples, counts, factors, by, pause };
        const answer = await trendOfCounts({ ...asked, subset: of === "all" ? null : usualSubset });
        if (!answer.ok)
          return refuse(
            scope,
            words,
            problems[answer.problem],
            { noun, n: answer.n },
            answer.problem === "few" ? ["of"] : ["trend"],
          );
        return { features: [...featureIds(assay)], reference, trend: answer.trend };
      },
      apply(_step, given, kept, scope) {
        const assay = featuresOfState(given, kept.features, scope);
        const counts = countsOf(assay, scope);
        const factors = factorsOf(assay, counts, kept.reference, scope);
        const { sampleCount } = assay;
        const data = Float32Array.from(counts, (count, at) =>
          stabilised(kept.trend, count / (factors[at % sampleCount] as number)),
        );
        return { ...assay, scale: "log2", values: { layout: "dense", data } };
      },
    },
  },
});

const problems = { few: "few", flat: "flat", none: "none" } as const;

function countsOf(assay: Assay, scope: StepScope): Float64Array {
  needReads(assay, "scale-cpm", scope);
  const counts = Float64Array.from(denseData(assay));
  const odd = counts.findIndex((count) => !(count >= 0) || !Number.isInteger(count));
  if (odd >= 0)
    refuse(scope, words, "not-whole", {
      feature: featureIds(assay)[Math.floor(odd / assay.sampleCount)] ?? "",
      sample: sampleIds(assay)[odd % assay.sampleCount] ?? "",
      value: counts[odd] as number,
    });
  return counts;
}

function factorsOf(assay: Assay, counts: Float64Array, reference: readonly (number | null)[], scope: StepScope): Float64Array {
  const { featureCount, sampleCount } = assay;
  const factors = Float64Array.from({ length: sampleCount }, (_, sample) =>
    medianOfRatios(
      Float64Array.from({ length: featureCount }, (__, gene) => counts[gene * sampleCount + sample] as number),
      { reference, size: 0 },
    ),
  );
  const lost = factors.findIndex((factor) => !(factor > 0));
  if (lost >= 0) refuse(scope, words, "no-factor", { sample: sampleIds(assay)[lost] ?? "" });
  return factors;
}
